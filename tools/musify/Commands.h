//===- Commands.h - One file a subcommand -----------------------*- C++ -*-===//
#ifndef MUSIFY_TOOLS_COMMANDS_H
#define MUSIFY_TOOLS_COMMANDS_H

#include "Mapping/Table.h"
#include "llvm/Support/Error.h"
#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

namespace musify {

enum class ColourMode { Auto, Always, Never };

/// What all commands share while the command line is read.
struct CommandLine {
  CLI::App &App;
  const char *Version;
  std::vector<std::string> MappingFiles;
  ColourMode Colour = ColourMode::Auto;
  /// What to do after parsing: set by the command that was chosen. Gets the
  /// table with the user's laid over it and returns the exit code.
  std::function<int(const Table &Names)> Run;
};

/// Each adds one subcommand. A usage error that CLI11 cannot see is thrown as
/// `CLI::ValidationError` while parsing.
void addPortCommand(CommandLine &Line);
void addQueryCommand(CommandLine &Line);
void addMappingCommand(CommandLine &Line);

/// Each adds one command below `mapping`.
void addMappingTest(CLI::App &Mapping, CommandLine &Line);
void addMappingCoverage(CLI::App &Mapping, CommandLine &Line);

/// `--mapping` and `--color`, for a command that uses them.
void addMappingOption(CLI::App &Command, CommandLine &Line);
void addColourOption(CLI::App &Command, CommandLine &Line);

/// The precompiled preludes that the binary carries, for `PortRequest`.
llvm::StringRef builtinPreludes();

/// True if output to the descriptor (1 or 2) is to be coloured.
bool wantsColour(ColourMode Mode, int Descriptor);

/// Prints `musify: error: ...` for each message of `E`.
void printError(llvm::Error E);

} // namespace musify

#endif // MUSIFY_TOOLS_COMMANDS_H
