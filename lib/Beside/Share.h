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

/// The macro by which a project chooses CUDA.
struct BackendSwitch {
  std::string Macro; ///< "" if it has none
  bool ByValue = false;
};

/// The plan for shared code: additions alone, and what is left to a person.
FilePlan shareCode(const SharedText &In, const RenameDecisions &Decided,
                   const BackendSwitch &Switch);
/// True if a port changes more in the text than shared code can take beside:
/// names of the SDK outside of conditions and of guards for a backend, unless
/// `IsTest` says that they only ask where data is.
bool needsCopy(llvm::StringRef Text, const FilePlan &Ported,
               llvm::function_ref<bool(llvm::StringRef)> IsSwitch,
               llvm::function_ref<bool(const Finding &)> IsTest);

/// Functions and macros of shared code that are about CUDA, and so get a
/// counterpart: `ChangesWords` says which names would change, `IsOwn` which of
/// them are known to. Each is given to `Add`.
void findCounterparts(const SharedText &In,
                      llvm::function_ref<bool(llvm::StringRef)> ChangesWords,
                      llvm::function_ref<bool(llvm::StringRef)> IsOwn,
                      llvm::function_ref<void(llvm::StringRef)> Add);

} // namespace musify

#endif // MUSIFY_BESIDE_SHARE_H
