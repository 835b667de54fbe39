//===- FileBatch.h - Many files that change together ------------*- C++ -*-===//
#ifndef MUSIFY_EDIT_FILEBATCH_H
#define MUSIFY_EDIT_FILEBATCH_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace musify {

/// All texts are written to temporary files first and renamed in the end. A
/// signal that ends the process waits while a batch lives: until the next `add`
/// is through, when every file is left as it was, with no temporary file, or
/// for the end of `commit`.
class FileBatch {
public:
  /// No file outside of the directory `Inside` is written, also through a link
  /// in it; empty: no limit.
  explicit FileBatch(llvm::StringRef Inside = "");
  FileBatch(const FileBatch &) = delete;
  FileBatch &operator=(const FileBatch &) = delete;
  ~FileBatch();

  /// Writes `Text` beside `Path` or, while its folder is missing, in the folder
  /// above. Permission bits are `Mode`, else those of the file that is there,
  /// which is followed if it is a link. With a non-empty `BackupSuffix` that
  /// file is kept beside the new one; a back-up with another text is an error.
  /// On an error nothing is added and nothing left. After a signal nothing of
  /// the whole batch is left; where a handler keeps the process alive, that is
  /// an error.
  llvm::Error add(llvm::StringRef Path, llvm::StringRef Text,
                  llvm::StringRef BackupSuffix = "",
                  std::optional<llvm::sys::fs::perms> Mode = std::nullopt);

  /// Brings the texts to the disk, puts every file to its place, in the order
  /// of `add`, and tells how it went. A file that somebody changed, removed or
  /// made since `add` is left alone, which is an error. The batch is empty
  /// afterwards.
  void commit(llvm::function_ref<void(size_t Index, llvm::Error)> Done);

private:
  struct Staged;
  class HeldSignals;
  llvm::Error stopIfAsked();
  std::string folderFor(llvm::StringRef Path);

  std::string Inside;
  std::unique_ptr<HeldSignals> Held; ///< goes after the files
  std::vector<std::unique_ptr<Staged>> Files;
  llvm::StringSet<> Folders; ///< with temporary files
};

/// Fails if `Path` cannot be written: what can be known before the work.
llvm::Error checkWritable(llvm::StringRef Path);

} // namespace musify

#endif // MUSIFY_EDIT_FILEBATCH_H
