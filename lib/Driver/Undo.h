//===- Undo.h - Whether git has what a run changes --------------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_UNDO_H
#define MUSIFY_DRIVER_UNDO_H

#include "Driver/Port.h"
#include "Update/Ledger.h"
#include <string>

namespace musify {

/// For the time before an edit in place of what `Path` names: fails if git has
/// changes there that are not committed, or cannot say. A path in no repository
/// is no failure. Ignored files count only if `Path` names one itself: which
/// of those in a directory change is known after the work.
llvm::Error checkCommitted(const std::string &Path);

/// For the time before the files of `Result` are written: fails if git ignores
/// one below `Path` that would change in place.
llvm::Error checkNoneIgnored(const std::string &Path, const RunResult &Result,
                             const OutputRequest &Request);

/// Fails unless all of the tree is committed to git, so that whatever an update
/// does can be seen and undone. Ignored files do not count.
llvm::Error checkTreeIsClean(llvm::StringRef Root);

/// Fails if git ignores the ledger of the tree at `Root`, or a file of it that
/// was changed by hand.
llvm::Error checkNoneIgnored(llvm::StringRef Root, const Ledger &Old);

} // namespace musify

#endif // MUSIFY_DRIVER_UNDO_H
