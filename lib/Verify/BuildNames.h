//===- BuildNames.h - Whether CMake's names are defined ---------*- C++ -*-===//
#ifndef MUSIFY_VERIFY_BUILDNAMES_H
#define MUSIFY_VERIFY_BUILDNAMES_H

#include "Verify/Judge.h"
#include "llvm/ADT/StringSet.h"

namespace musify {

/// What the CMake scripts of a tree define.
struct BuildNames {
  llvm::StringSet<> Targets;
  /// Words that a call may set as a variable; no word of a condition.
  llvm::StringSet<> Variables;

  void add(llvm::StringRef Path, llvm::StringRef Text);
};

/// Reports in the port of a CMake script each target and variable that it uses
/// and the port does not define, while the original defines the one in its
/// place: what nothing defines there comes from elsewhere.
void judgeBuildNames(ComparedFile &F, const BuildNames &Before,
                     const BuildNames &After);

} // namespace musify

#endif // MUSIFY_VERIFY_BUILDNAMES_H
