//===- PortOutput.h - A port as a diff or as patches ------------*- C++ -*-===//
#ifndef MUSIFY_TOOLS_PORTOUTPUT_H
#define MUSIFY_TOOLS_PORTOUTPUT_H

#include "Driver/Port.h"

namespace musify {

/// Prints a unified diff of all files to standard output.
llvm::Error printDiffs(const RunResult &Result, const OutputRequest &Output,
                       bool Colour);

/// Writes a series of patches into `Dir`, which is new or empty; none
/// without a `Dir`.
llvm::Error writePatches(const RunResult &Result, const OutputRequest &Output,
                         const std::string &Dir);

} // namespace musify

#endif // MUSIFY_TOOLS_PORTOUTPUT_H
