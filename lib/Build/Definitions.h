//===- Definitions.h - Macros that build scripts define ---------*- C++ -*-===//
#ifndef MUSIFY_BUILD_DEFINITIONS_H
#define MUSIFY_BUILD_DEFINITIONS_H

#include "Build/Port.h"

namespace musify {

/// True for `NAME` and `NAME=value`, as `-D` takes them, if the text says all
/// of it.
bool isWritten(llvm::StringRef Definition);

/// `unconditionalDefinitions` of a script in Python.
std::vector<std::string> pythonDefinitions(const Script &S);

} // namespace musify

#endif // MUSIFY_BUILD_DEFINITIONS_H
