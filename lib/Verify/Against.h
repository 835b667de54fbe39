//===- Against.h - Two ports of one original --------------------*- C++ -*-===//
//
//   original ─┬─ port ── what it made of each place ─┬─ groups
//             └─ other ─ what it made of each place ─┘
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_VERIFY_AGAINST_H
#define MUSIFY_VERIFY_AGAINST_H

#include "Verify/Judge.h"

namespace musify {

/// Places of the original that at least one of the ports changes.
struct AgainstCounts {
  unsigned Alike = 0;           ///< both have the same text
  unsigned Otherwise = 0;       ///< both changed it, not in the same way
  unsigned Here = 0, There = 0; ///< one of them alone did
};

/// Puts into the first port what the other has in another way: one finding for
/// all places with the same texts, at the first. Of the findings that both
/// ports had, those stay that one of them alone has; differences of the texts
/// go, since the texts themselves are compared.
AgainstCounts judgeAgainst(llvm::MutableArrayRef<ComparedFile> Ours,
                           llvm::MutableArrayRef<ComparedFile> Theirs,
                           const Table &Names);

} // namespace musify

#endif // MUSIFY_VERIFY_AGAINST_H
