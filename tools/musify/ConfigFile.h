//===- ConfigFile.h - `--config` and what it reads --------------*- C++ -*-===//
#ifndef MUSIFY_TOOLS_CONFIGFILE_H
#define MUSIFY_TOOLS_CONFIGFILE_H

#include "Commands.h"
#include "Lint/Config.h"

namespace musify {

/// The options as they are spelled.
struct ConfigOptions {
  std::string Path;
  bool None = false;
};

/// `--config` and `--no-config`.
void addConfigOptions(CLI::App &Command, ConfigOptions &O);

/// The file that holds for a run: the one that was named, else the nearest one
/// above `Start`; "" if there is none.
std::string chooseConfig(const ConfigOptions &O, const std::string &Start);

/// What it says; nothing is set if there is none.
llvm::Expected<LintConfig> readConfig(const ConfigOptions &O,
                                      const std::string &Start);

/// What a port takes from it: the SDK, unless the command line names one.
llvm::Expected<LintConfig> readPortConfig(const ConfigOptions &O,
                                          PortRequest &Port);

} // namespace musify

#endif // MUSIFY_TOOLS_CONFIGFILE_H
