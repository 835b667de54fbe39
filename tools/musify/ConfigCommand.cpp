// What holds for a path, and where it comes from.
#include "Checks.h"
#include "ConfigFile.h"
#include "Driver/ExitCode.h"
#include "FindingsOutput.h"
#include "Help.h"
#include "Language.h"
#include "Report/SourceLine.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *ConfigHelp =
    "Shows the configuration that is in force for a path. Prints the\n"
    "`.musify.toml` that holds, the defaults of what it does not set, and the\n"
    "rules with a severity of their own.\n\n"
    "Exit status: 0 shown; 2 the configuration cannot be used.";

void printDefaults(const LintConfig &Config) {
  outs() << "\n# " << told(say(msg::DefaultsOfConfig)) << '\n';
  if (!Config.FailOn)
    outs() << "fail-on = \"warning\"\n";
  if (Config.Arch.empty())
    outs() << "arch = [\"" << join(currentArchs(), "\", \"") << "\"]\n";
  if (Config.MusaVersion.empty())
    outs() << "# musa-version: " << told(say(msg::NewestVersion)) << '\n';
  if (Config.Formats.empty())
    outs() << "format = [\"text\"]\n";
}

void printRules(const LintConfig &Config) {
  if (Config.Rules.empty())
    return;
  outs() << "\n# " << told(say(msg::RulesOfConfig)) << '\n';
  for (const LintRule &Rule : LintRules)
    if (auto It = Config.Rules.find(&Rule); It != Config.Rules.end())
      outs() << "# "
             << told(say(msg::LevelInstead, Rule.Id, Rule.Name,
                         It->second.Level ? severityName(*It->second.Level)
                                          : "off",
                         severityName(Rule.Level)))
             << '\n';
}

Expected<int> show(const ConfigOptions &O, const std::string &Start) {
  auto Config = readConfig(O, Start);
  if (!Config)
    return Config.takeError();
  std::string Path = chooseConfig(O, Start);
  if (Path.empty()) {
    outs() << "# " << told(say(msg::NoConfigFile)) << '\n';
  } else {
    auto Text = readNamedFile(Path, msg::CannotReadConfig);
    if (!Text)
      return Text.takeError();
    outs() << "# " << printable(Path) << '\n';
    printLines(outs(), StringRef(*Text).rtrim());
  }
  printDefaults(*Config);
  printRules(*Config);
  return ExitDone;
}

} // namespace

void addConfigCommand(CommandLine &Line) {
  CLI::App *Config = Line.App.add_subcommand("config", ConfigHelp);
  Config->group(commands::SettingUp)
      ->footer("Example:\n"
               "  musify config src");
  auto O = std::make_shared<ConfigOptions>();
  auto Start = std::make_shared<std::string>(".");
  beginGroup(*Config, group::Input);
  Config->add_option("path", *Start, "a file or directory")
      ->type_name("PATH")
      ->check(existingPath);
  addConfigOptions(*Config, *O);
  addLanguageOption(*Config, Line);
  Config->callback([O, Start, &Line] {
    Line.Run = [O, Start](const Table &) {
      return exitCodeOr(show(*O, *Start));
    };
  });
}

} // namespace musify
