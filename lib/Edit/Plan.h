//===- Plan.h - Findings merged into one result -----------------*- C++ -*-===//
#ifndef MUSIFY_EDIT_PLAN_H
#define MUSIFY_EDIT_PLAN_H

#include "Finding.h"
#include "llvm/Support/Error.h"
#include <map>
#include <string>
#include <vector>

namespace musify {

/// Everything decided about one file, sorted by offset. Edits do not overlap.
struct FilePlan {
  std::vector<Finding> Edits;    ///< `NewText` is set
  std::vector<Finding> Findings; ///< `NewText` is not set
};

/// One plan per file, keyed by real path, so that the order is stable.
struct Plan {
  std::map<std::string, FilePlan> Files;
};

/// Findings of any stage and in any order, by real path.
using FindingsByFile = std::map<std::string, std::vector<Finding>>;

void addFindings(FindingsByFile &To, std::vector<Finding> More);

/// Merges the findings of all translation units: equal edits become one;
/// edits of one span with different texts, or of overlapping spans, become an
/// `edit-conflict` error that names both and neither is applied. Equal
/// findings become one. The result does not depend on the order of `All`.
Plan mergeFindings(FindingsByFile All);

/// `Text` with the edits of `File` applied. All bytes outside the edits are
/// kept. Fails if an edit lies outside `Text` or edits overlap.
llvm::Expected<std::string> applyEdits(llvm::StringRef Text,
                                       const FilePlan &File);

/// Writes `Text` to `Path` through a temporary file in the same folder, fsync
/// and rename; permission bits of an existing file are kept, a symbolic link
/// is followed to the file it names. With a non-empty `BackupSuffix` the old
/// content is kept beside it first (an existing back-up is an error). On any
/// error the old file is untouched and no temporary file is left.
llvm::Error writeFileAtomically(llvm::StringRef Path, llvm::StringRef Text,
                                llvm::StringRef BackupSuffix = "");

} // namespace musify

#endif // MUSIFY_EDIT_PLAN_H
