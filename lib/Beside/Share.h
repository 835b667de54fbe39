//===- Share.h - What a shared file needs for another backend ---*- C++ -*-===//
//
// A file that both backends share keeps all that it says for CUDA. What a port
// would change in it is added beside, or reported.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_BESIDE_SHARE_H
#define MUSIFY_BESIDE_SHARE_H

#include "Edit/Plan.h"
#include "Rename/Rename.h"
#include "llvm/ADT/ArrayRef.h"

namespace musify {

struct SharedText {
  llvm::StringRef Path; ///< real, of the edits
  llvm::StringRef Text;
  const FilePlan &Ported; ///< all that a port would change
};

/// The plan for shared code: additions alone, and what is left to a person.
/// `Vendors` are words of other vendors, whose code shows where MUSA's goes.
FilePlan shareCode(const SharedText &In, const RenameDecisions &Decided,
                   llvm::ArrayRef<std::string> Vendors);
/// The same of a CMake script.
FilePlan shareScript(const SharedText &In, llvm::ArrayRef<RenameRule> Rules);

/// True if a port changes more in the text than shared code can take beside:
/// names of the SDK outside of conditions and of guards for a backend.
bool needsCopy(llvm::StringRef Text, const FilePlan &Ported,
               llvm::function_ref<bool(llvm::StringRef)> IsSwitch);

} // namespace musify

#endif // MUSIFY_BESIDE_SHARE_H
