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

/// Byte ranges of the branches for CUDA in a CMake script, a makefile or a
/// shell script: those beside a branch for MUSA in the same `if` or `case`,
/// and those whose condition differs from that of such a branch in the platform
/// alone, if it does not ask for a package (`CUDA_FOUND`). Not sorted; none for
/// other syntaxes.
std::vector<ScriptRange> cudaHalves(llvm::StringRef Text, ScriptSyntax Syntax);

} // namespace musify

#endif // MUSIFY_BUILD_HALVES_H
