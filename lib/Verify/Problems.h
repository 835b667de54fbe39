//===- Problems.h - What Clang rejects in a port alone ----------*- C++ -*-===//
#ifndef MUSIFY_VERIFY_PROBLEMS_H
#define MUSIFY_VERIFY_PROBLEMS_H

#include "Verify/Judge.h"
#include "llvm/ADT/StringMap.h"

namespace musify {

/// Reports what Clang says of the port of a file that it parsed completely as
/// CUDA code, each at its place in one of `Ports` (by real path), or at the
/// beginning of the file.
void judgeProblems(ComparedFile &F, const llvm::StringMap<FileResult *> &Ports);

/// Reports what an older Clang would reject, and what Clang proposes for it.
void judgeFixes(ComparedFile &F);

} // namespace musify

#endif // MUSIFY_VERIFY_PROBLEMS_H
