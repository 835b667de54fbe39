//===- Halves.h - Branches of a script that stay CUDA's ---------*- C++ -*-===//
//
// A script that chooses between CUDA and MUSA has both sides already: what it
// does for CUDA stays, as in sources (Scan/Branches.h).
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_BUILD_HALVES_H
#define MUSIFY_BUILD_HALVES_H

#include "Build/Scanner.h"

namespace musify {

/// Byte ranges of a script. Not sorted; they may overlap.
struct ScriptHalves {
  std::vector<ScriptRange> Cuda, Musa;
  bool isCudas(unsigned Offset) const;
  bool isMusas(unsigned Offset) const;
};

/// The branches for CUDA and for MUSA in a script of CMake, make, a shell or
/// Python: those of one `if` or `case`, and those whose conditions differ in
/// the platform alone, if they do not ask for a package (`CUDA_FOUND`). None
/// for other syntaxes.
ScriptHalves halvesOf(llvm::StringRef Text, ScriptSyntax Syntax);

} // namespace musify

#endif // MUSIFY_BUILD_HALVES_H
