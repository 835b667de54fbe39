// What a rule finds, why it matters on MUSA and what to do: its page.
#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Lint/Catalogue.h"
#include "Sdk/Embedded.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *ExplainHelp =
    "Prints the page of a rule, given by its id or name: what it reports, "
    "why,\n"
    "and what to write instead. Without a rule, lists all rules.\n\n"
    "Exit status: 0 printed; 2 no such rule.";

int list(Language Lang) {
  for (const LintRule &R : LintRules)
    outs() << R.Id << ' ' << R.Name << ": " << R.title(Lang) << '\n';
  return ExitDone;
}

/// In the language, or in English where it has no page.
StringRef pageOf(const LintRule &Rule, Language Lang) {
  std::string Path = ("rules/" + Rule.Id + ".md").str();
  StringRef Page =
      Lang == Language::Chinese ? builtinPage("zh/" + Path) : StringRef();
  return Page.empty() ? builtinPage(Path) : Page;
}

int explain(const std::string &Name, Language Lang) {
  if (const LintRule *Rule = findLintRule(Name)) {
    outs() << pageOf(*Rule, Lang);
    return ExitDone;
  }
  Message What = say(msg::NoSuchRule, Name);
  if (std::string Near = nearestLintRule(Name); !Near.empty())
    What.add(say(msg::DidYouMean, Near));
  errs() << "musify: error: " << What.text(Lang) << '\n';
  return ExitFailed;
}

} // namespace

void addExplainCommand(CommandLine &Line) {
  CLI::App *Explain = Line.App.add_subcommand("explain", ExplainHelp);
  auto Name = std::make_shared<std::string>();
  Explain
      ->add_option("rule", *Name,
                   "id or name, such as MUSA0101 or unsupported-name")
      ->type_name("RULE");
  addStyleOptions(*Explain, Line);
  Explain->callback([Name, &Line] {
    Line.Run = [Name, &Line](const Table &) {
      return Name->empty() ? list(Line.Lang) : explain(*Name, Line.Lang);
    };
  });
}

} // namespace musify
