//===- Patches.h - A port as a series that git takes ------------*- C++ -*-===//
//
//   files with plans ─ groups of edits ─ one patch a group ─ cover letter
//
// Each patch applies to what the patches before it leave: `git am` takes them
// in the order of their names.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PATCHES_PATCHES_H
#define MUSIFY_PATCHES_PATCHES_H

#include "Report/Result.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

namespace musify {

struct PatchFile {
  std::string Name; ///< `0001-....patch`
  std::string Text;
};

/// How a diff names a file, before and after the port, without `a/` and `b/`.
struct NamesInPatch {
  std::string Old, New;
};

/// The series: a cover letter with counts and findings, then one patch each for
/// the build, the included headers, the names of each library, and the device
/// code. Files move with the first. Fails if a plan does not fit its text.
llvm::Expected<std::vector<PatchFile>>
makePatches(const RunResult &Result,
            llvm::function_ref<NamesInPatch(const FileResult &)> NamesOf);

} // namespace musify

#endif // MUSIFY_PATCHES_PATCHES_H
