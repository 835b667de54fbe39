//===- Git.h - Running git --------------------------------------*- C++ -*-===//
#ifndef MUSIFY_EDIT_GIT_H
#define MUSIFY_EDIT_GIT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace musify {

/// A repository may have a pipe where git reads a file.
inline constexpr unsigned SecondsOfGit = 60;
/// Or name a device, as for attributes, which git reads until it has no memory.
inline constexpr unsigned MebibytesOfGit = 4096;

struct GitOutput {
  std::string Text; ///< what it printed
  std::string Said; ///< its standard error
  int Status = 0;
};

/// `git ARGS...` in folder `Root`. No program runs that the repository names:
/// no hook, filter, monitor, external diff or transport. Fails only if git
/// cannot be run, needs longer than `Seconds`, or what it printed cannot be
/// read.
llvm::Expected<GitOutput> runGit(llvm::StringRef Root,
                                 llvm::ArrayRef<llvm::StringRef> Args,
                                 unsigned Seconds = SecondsOfGit);

/// What git ignores and does not track below the directory `Root`, submodules
/// included: absolute paths with all links resolved, with `/` at the end of a
/// directory of which git tracks nothing. Empty if `Root` is in no repository.
llvm::Expected<std::vector<std::string>> ignoredPaths(llvm::StringRef Root);

/// Files that git is to skip (`assume-unchanged`, `skip-worktree`) and that are
/// not as in the index: paths below the directory `Root`.
llvm::Expected<std::vector<std::string>> hiddenChanges(llvm::StringRef Root);

/// What `git status --porcelain` prints of `Path` in `Root`, submodules
/// included: one line for each change, with its path from the third column on.
/// Files that git is to skip (`assume-unchanged`, `skip-worktree`) count, and
/// so does an ignored file that `Path` names. The status is that of git in
/// `Root`, not 0 if that is in no repository.
llvm::Expected<GitOutput> uncommittedChanges(llvm::StringRef Root,
                                             llvm::StringRef Path);

struct MergedText {
  std::string Text;
  unsigned Conflicts = 0; ///< places with markers
};

/// Merges what two sides made of `Base`, by `git merge-file`. Where both
/// changed the same lines, both stand between conflict markers that name the
/// sides. Fails if git cannot be run or takes a text for binary.
llvm::Expected<MergedText> mergeThreeWays(llvm::StringRef Base,
                                          llvm::StringRef Mine,
                                          llvm::StringRef Theirs);

} // namespace musify

#endif // MUSIFY_EDIT_GIT_H
