//===- NewFile.h - A file that is not at its place yet ----------*- C++ -*-===//
#ifndef MUSIFY_EDIT_NEWFILE_H
#define MUSIFY_EDIT_NEWFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include <optional>
#include <string>
#include <system_error>

namespace musify {

/// A file that this process created and that goes away again unless kept.
/// `fs::TempFile` would not do: it replaces every `%` of the folder's name,
/// copies where it cannot rename, and tells LLVM's list of files that a signal
/// removes, where each is searched for from the list's beginning.
class NewFile {
public:
  NewFile() = default;
  NewFile(const NewFile &) = delete;
  NewFile &operator=(const NewFile &) = delete;
  ~NewFile();

  /// Makes a file with a name of its own. Only the owner can read it until
  /// `finish` gave it its mode.
  std::error_code createIn(llvm::StringRef Folder);

  std::error_code write(llvm::StringRef Text);

  /// Gives the file its mode: `Wanted`, else that of `Like`, an existing file,
  /// whose extended attributes it gets as well. The owner is kept where that
  /// is allowed, as root editing a user's file.
  std::error_code
  finish(llvm::StringRef Like,
         std::optional<llvm::sys::fs::perms> Wanted = std::nullopt);

  /// Gives the file its place. It stays there.
  std::error_code moveTo(llvm::StringRef Name);

  llvm::StringRef name() const { return Path; }

private:
  std::error_code close();

  int FD = -1;
  std::string Path;
};

/// Removes what killed runs left in the folder.
void removeLeftovers(llvm::StringRef Folder);

} // namespace musify

#endif // MUSIFY_EDIT_NEWFILE_H
