//===- Diff.h - A file's edits as unified diff ------------------*- C++ -*-===//
#ifndef MUSIFY_REPORT_DIFF_H
#define MUSIFY_REPORT_DIFF_H

#include "Edit/Plan.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace musify {

/// What git's format says before a diff, or alone, of a file that gets another
/// name; empty if it keeps it. The names are without `a/` and `b/`.
std::string renameHeader(llvm::StringRef OldName, llvm::StringRef NewName,
                         bool Colour = false);

/// The edits of `File` as unified diff with three lines of context, fit for
/// `patch -p1` and `git apply`; empty if no edit changes the text. The caller
/// puts `a/` and `b/` before the names. `applyEdits` must accept the edits.
std::string unifiedDiff(llvm::StringRef OldName, llvm::StringRef NewName,
                        llvm::StringRef OldText, const FilePlan &File,
                        bool Colour = false);

} // namespace musify

#endif // MUSIFY_REPORT_DIFF_H
