//===- PortCommand.h - The options of port and update -----------*- C++ -*-===//
#ifndef MUSIFY_TOOLS_PORTCOMMAND_H
#define MUSIFY_TOOLS_PORTCOMMAND_H

#include "Commands.h"
#include "ConfigFile.h"
#include "Driver/Port.h"

namespace musify {

/// How options are spelled before they are checked together.
struct SpelledPortOptions {
  std::string Beside;
  std::string Output, Backup, Unverified = "port", Launch = "native";
  std::vector<std::string> Arch;
  std::string Ptx = "translate", ArchGuards = "report";
  std::string Way = "c2m", Verify, Part, Torch = "torch_musa";
  std::string Rename; ///< `change` or `keep`; empty: by where the result goes
  bool InPlace = false, NoRename = false;
};

struct PortCommand {
  bool Updates = false; ///< `musify update`
  bool NoLedger = false, Force = false;
  SpelledPortOptions Spelled;
  ParseOptions Parsing;
  ConfigOptions Config;
  PortRequest Port;
  OutputRequest Output;
  std::vector<RenameRule> BesideRules; ///< of `--beside`
  std::string ReportPath, Html, Patches;
  bool FixesDialect = false;
  bool Quiet = false;
  bool Verbose = false;
};

/// Adds all options of `musify port`, or with `Updates` of `musify update`.
void addPortOptions(CLI::App &Command, PortCommand &O);

/// Checks the options together. Throws a usage error.
void resolvePortOptions(PortCommand &O);

} // namespace musify

#endif // MUSIFY_TOOLS_PORTCOMMAND_H
