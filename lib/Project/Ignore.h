//===- Ignore.h - Which files a run leaves alone ----------------*- C++ -*-===//
//
// Patterns with the syntax and the meaning of git-ignore. They come from
// `--exclude` and from files `.musifyignore`.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PROJECT_IGNORE_H
#define MUSIFY_PROJECT_IGNORE_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

inline constexpr llvm::StringLiteral IgnoreFileName = ".musifyignore";

class IgnoreRules {
public:
  /// Adds one line: a pattern, a comment or nothing. It counts below `Base`
  /// (absolute, real). `Source` is what reports call it. Later lines win, so
  /// those of a deeper folder come after those of the folders above.
  void add(llvm::StringRef Line, llvm::StringRef Base, std::string Source);

  /// Adds the lines of `Folder/.musifyignore`, if there is one. `Shown` is the
  /// folder's name in reports.
  void addFileOf(llvm::StringRef Folder, llvm::StringRef Shown);

  /// The source of the line that leaves out the file or folder at `Path`
  /// (absolute, real), or a folder above it; nothing if none does. As with
  /// git, nothing below a folder that is left out can be taken in again.
  std::optional<std::string> excluder(llvm::StringRef Path,
                                      bool IsFolder) const;

private:
  struct Rule {
    std::string Base, Source;
    std::vector<std::string> Parts; ///< globs between slashes; `**`: any number
    bool TakesIn = false, FoldersOnly = false;
  };
  const Rule *lastMatch(llvm::StringRef Path, bool IsFolder) const;

  std::vector<Rule> Rules;
};

} // namespace musify

#endif // MUSIFY_PROJECT_IGNORE_H
