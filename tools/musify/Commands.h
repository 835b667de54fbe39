//===- Commands.h - One function a subcommand -------------------*- C++ -*-===//
#ifndef MUSIFY_TOOLS_COMMANDS_H
#define MUSIFY_TOOLS_COMMANDS_H

#include "Mapping/Table.h"
#include "Options.h"

namespace musify {

/// Both print and return the exit code.
int runPortCommand(const Options &O, const Table &Names, const char *Version);
int runQueryCommand(const Options &O, const Table &Names);

/// Prints `musify: error: ...` for each message of `E`.
void printError(llvm::Error E);

} // namespace musify

#endif // MUSIFY_TOOLS_COMMANDS_H
