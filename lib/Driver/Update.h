//===- Update.h - A newer source over a ported tree -------------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_UPDATE_H
#define MUSIFY_DRIVER_UPDATE_H

#include "Driver/Port.h"
#include "Update/Ledger.h"
#include <string>
#include <vector>

namespace musify {

/// What an update did with a file of the tree.
enum class Outcome {
  Same,          ///< nothing new for it; what was done by hand stays
  Taken,         ///< nothing was done by hand: the new port
  Added,         ///< new upstream
  Merged,        ///< both changed it, at different places
  Conflict,      ///< both changed one place: markers, or `FILE.upstream`
  Removed,       ///< upstream removed it, and nothing was done by hand
  KeptRemoved,   ///< upstream removed it, but there is work by hand in it
  DeletedByHand, ///< deleted in the tree, but changed upstream: not written
};
Message outcomeName(Outcome O);

struct UpdatedFile {
  std::string Path; ///< below the tree
  Outcome What = Outcome::Same;
  unsigned Conflicts = 0;
  Message Note; ///< what a person should know; may be none
};

struct UpdateResult {
  std::vector<UpdatedFile> Files; ///< all, by path
  /// CUDA names that the port before did not meet, by name.
  std::vector<std::string> NewEntries;
  unsigned OldFindings = 0; ///< told by the port before too; out of the plan
  unsigned NotRemoved = 0;  ///< not met, but not all of the source was read
  bool OtherTables = false; ///< the tool or its tables are others now
};

/// The ledger of the tree, or of copies beside their originals. Fails, with
/// what to do, if there is none.
llvm::Expected<Ledger> readLedger(const OutputRequest &Request);

/// Fails if the port that `Old` is of had other options for what is in the tree
/// and how it is called: an update would take most of it for removed. `Options`
/// are what a ledger of this run would have.
llvm::Error checkSameOptions(const Ledger &Old, bool CopiesAll, bool Renames,
                             llvm::ArrayRef<std::string> Options);

/// What a ledger keeps of the options of a port, as they are spelled.
std::vector<std::string> ledgerOptions(const PortRequest &Request);
void applyLedgerOptions(llvm::ArrayRef<std::string> Kept, PortRequest &Request);

/// Brings `New`, the port of a newer source, into the tree of `Request`: merges
/// it with what was done by hand since the port that `Old` is of, writes the
/// files together with the new ledger, and drops from `New` the findings that
/// `Old` has too. Of copies beside their originals (in place), other files get
/// what `New` adds to them. Fails before anything is written if git cannot
/// merge.
llvm::Expected<UpdateResult> updateTree(RunResult &New, const Ledger &Old,
                                        const OutputRequest &Request);

} // namespace musify

#endif // MUSIFY_DRIVER_UPDATE_H
