//===- ChangedLines.h - Which lines a change touched ------------*- C++ -*-===//
#ifndef MUSIFY_LINT_CHANGEDLINES_H
#define MUSIFY_LINT_CHANGEDLINES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <utility>
#include <vector>

namespace musify {

/// Lines, from 1, that are new or changed, by path.
class ChangedLines {
public:
  /// Lines [First, Last]; they come in rising order.
  void add(llvm::StringRef Path, unsigned First, unsigned Last);
  void addWhole(llvm::StringRef Path) { Ranges[Path] = {{1, ~0u}}; }
  /// True if any of the lines [First, Last] is.
  bool contains(llvm::StringRef Path, unsigned First, unsigned Last) const;
  /// True if any line of the file is.
  bool touches(llvm::StringRef Path) const { return Ranges.contains(Path); }

private:
  llvm::StringMap<std::vector<std::pair<unsigned, unsigned>>> Ranges;
};

/// Reads a unified diff, with any amount of context. Paths are those of the
/// new side, without `b/`. Text that is no diff is an error with its line.
llvm::Expected<ChangedLines> parseDiff(llvm::StringRef Diff);

/// What the working tree at `Root` has that the common ancestor of `Rev` and
/// `HEAD` has not, files that git does not track included. Runs git; its error
/// is handed on.
llvm::Expected<ChangedLines> changedSince(llvm::StringRef Rev,
                                          llvm::StringRef Root);

} // namespace musify

#endif // MUSIFY_LINT_CHANGEDLINES_H
