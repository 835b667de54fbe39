#include "ConfigFile.h"
#include "Checks.h"
#include "FindingsOutput.h"
#include "Help.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace musify {

void addConfigOptions(CLI::App &Command, ConfigOptions &O) {
  beginGroup(Command, group::Findings);
  auto *Config = Command
                     .add_option("--config", O.Path,
                                 "configuration file in place of the nearest "
                                 ".musify.toml")
                     ->type_name("FILE");
  Command.add_flag("--no-config", O.None, "read no configuration file")
      ->excludes(Config);
}

std::string chooseConfig(const ConfigOptions &O, const std::string &Start) {
  if (O.Path.empty() && !O.None)
    return findConfig(Start);
  return O.Path;
}

Expected<LintConfig> readConfig(const ConfigOptions &O,
                                const std::string &Start) {
  std::string Path = chooseConfig(O, Start);
  if (Path.empty())
    return LintConfig();
  auto Text = readNamedFile(Path, msg::CannotReadConfig);
  if (!Text)
    return Text.takeError();
  SmallString<256> Real;
  if (sys::fs::real_path(Path, Real))
    Real = Path;
  return parseConfig(*Text, Real);
}

Expected<LintConfig> readPortConfig(const ConfigOptions &O, PortRequest &Port) {
  auto Config = readConfig(O, startOf(Port));
  if (!Config)
    return Config;
  if (Port.Edits.MusaVersion.empty())
    Port.Edits.MusaVersion = Config->MusaVersion;
  if (Port.Edits.Targets.empty())
    if (Error E = setTargets(Port.Edits, Config->Arch))
      return std::move(E);
  return Config;
}

} // namespace musify
