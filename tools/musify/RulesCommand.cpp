// All rules by what they are about.
#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Help.h"
#include "Lint/Catalogue.h"
#include "Lint/Families.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *RulesHelp =
    "Lists the rules by family. Each has its id, name, default severity, what\n"
    "it reports and what to do about it. `.musify.toml` switches families and\n"
    "single rules; `musify explain RULE` shows a rule's page.\n\n"
    "Exit status: 0 listed; 2 usage error.";

void printText(const RuleFamily *Only, Language Lang) {
  const RuleFamily *Last = nullptr;
  for (const LintRule &Rule : LintRules) {
    const RuleFamily *Family = &familyOf(Rule);
    if (Only && Family != Only)
      continue;
    if (Family != Last)
      outs() << (Last ? "\n" : "") << Family->Name << ": "
             << Family->title(Lang) << '\n';
    Last = Family;
    outs() << "  " << Rule.Id << ' ' << Rule.Name << " ("
           << severityName(Rule.Level) << "): " << Rule.title(Lang) << "\n    "
           << Rule.help(Lang) << '\n';
  }
}

void printJson(const RuleFamily *Only, Language Lang) {
  json::OStream Out(outs(), 2);
  Out.array([&] {
    for (const LintRule &Rule : LintRules) {
      const RuleFamily &Family = familyOf(Rule);
      if (Only && &Family != Only)
        continue;
      Out.object([&] {
        Out.attribute("id", Rule.Id);
        Out.attribute("name", Rule.Name);
        Out.attribute("family", Family.Name);
        Out.attribute("severity", severityName(Rule.Level));
        if (Rule.Warp32Level)
          Out.attribute("severityWith32Lanes", severityName(*Rule.Warp32Level));
        Out.attribute("reports", Rule.title(Lang));
        Out.attribute("help", Rule.help(Lang));
        Out.attribute("page", Rule.page());
      });
    }
  });
  outs() << '\n';
}

} // namespace

void addRulesCommand(CommandLine &Line) {
  CLI::App *Rules = Line.App.add_subcommand("rules", RulesHelp);
  Rules->group(commands::LookingUp)
      ->footer("Examples:\n"
               "  musify rules warps\n"
               "  musify rules --json");
  auto Family = std::make_shared<std::string>();
  auto Json = std::make_shared<bool>(false);
  std::vector<std::string> Families;
  for (const RuleFamily &Each : ruleFamilies())
    Families.push_back(Each.Name.str());
  beginGroup(*Rules, group::Input);
  oneOf(Rules->add_option("family", *Family, "list this family only"), Families)
      ->type_name("FAMILY");
  beginGroup(*Rules, group::Output);
  Rules->add_flag("--json", *Json, "an array of objects");
  addStyleOptions(*Rules, Line);
  Rules->callback([Family, Json, &Line] {
    Line.Run = [Family, Json, &Line](const Table &) {
      const RuleFamily *Only = findFamily(*Family);
      *Json ? printJson(Only, Line.Lang) : printText(Only, Line.Lang);
      return ExitDone;
    };
  });
}

} // namespace musify
