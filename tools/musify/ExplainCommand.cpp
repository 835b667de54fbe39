// The page of a rule: what it finds, why it matters, what to do; or a name.
#include "Build/Port.h"
#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Driver/Stages.h"
#include "Help.h"
#include "Language.h"
#include "Lint/Catalogue.h"
#include "Report/SourceLine.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;

namespace musify {
namespace {

constexpr const char *ExplainHelp =
    "Shows the page of a rule, or all that is known about a name. A rule is\n"
    "given by its id or name, or as a message ends with it; a page says what\n"
    "the rule reports, why, and what to write instead. Without an argument,\n"
    "lists all rules.\n\n"
    "Exit status: 0 shown; 2 no such rule or name.";

int list(Language Lang) {
  for (const LintRule &R : LintRules)
    outs() << R.Id << ' ' << R.Name << ": " << R.title(Lang) << '\n';
  return ExitDone;
}

/// The rule whose message has this id in a JSON report.
const LintRule *ruleOfMessage(StringRef Id) {
  for (unsigned Number = 0; isMessageId(Number); ++Number)
    if (const MessageText &Text = textOf(MessageId(Number)); Text.Name == Id)
      return findLintRule(Text.Rule);
  return nullptr;
}

/// Names the rules as data that look at the name.
void printRulesFor(StringRef Name, const Table &Names) {
  for (const CustomRule &Rule : Names.Rules.all())
    if (Rule.Name == Name) {
      outs() << "  " << printable(told(say(msg::RuleNamed, Rule.Id)));
      if (!Rule.Note.empty())
        outs() << ": " << printable(Rule.Note);
      if (!Rule.Evidence.empty())
        outs() << " (" << printable(Rule.Evidence) << ')';
      outs() << '\n';
    }
}

/// What becomes of the name in build scripts. False if no rule is for it.
bool printBuildRules(StringRef Name) {
  auto Rules = builtinBuildRules();
  if (!Rules) {
    consumeError(Rules.takeError()); // checked when musify was built
    return false;
  }
  std::set<std::string> Lines;
  using Place = BuildRule::Place;
  for (const BuildRule *R : Rules->matching(Name)) {
    bool IsPattern = R->From != Name; // they come after exact ones
    bool IsAbout =
        R->Do != BuildRule::Action::Table &&
        !is_contained({Place::Sign, Place::Link, Place::Keep}, R->At);
    bool IsVague = IsPattern && StringRef(R->From).trim('*').size() < 4;
    if (!IsAbout || IsVague || (IsPattern && !Lines.empty()))
      continue;
    std::vector<std::string> Where;
    for (unsigned I = 0; I <= unsigned(ScriptSyntax::Source); ++I)
      if (R->Syntaxes & (1u << I))
        Where.push_back(syntaxName(ScriptSyntax(I)).str());
    Message What = !R->To.empty() ? say(msg::InBackticks, R->To)
                   : R->Do == BuildRule::Action::Drop
                       ? say(msg::BuildNameRemoved)
                       : say(msg::BuildNameReported);
    std::string Line =
        "  " + told(say(msg::InBuildScripts, listOf(Where), What));
    if (!R->Note.empty())
      Line += "; " + R->Note;
    if (!R->Evidence.empty())
      Line += " (" + R->Evidence + ")";
    Lines.insert(Line);
  }
  if (!Lines.empty())
    outs() << Name << '\n';
  for (const std::string &Line : Lines)
    outs() << Line << '\n';
  return !Lines.empty();
}

/// `at::cuda::f` → `f`, if the tables know that.
StringRef lastKnown(StringRef Word, const Table &Names) {
  StringRef Last = Word.substr(Word.rfind(':') + 1);
  return Word.contains("::") && !Names.find(Space::Identifier, Word) &&
                 Names.findName(Last)
             ? Last
             : Word;
}

/// What `[MUSA0301 numeric-macro]` at the end of a message names, or the words
/// themselves.
std::vector<std::string> namedIn(const std::vector<std::string> &Arguments) {
  std::string Text = join(Arguments, " ");
  StringRef Rest = Text;
  if (size_t Open = Rest.rfind('['); Open != StringRef::npos)
    if (size_t Close = Rest.find(']', Open); Close != StringRef::npos)
      return {Rest.slice(Open + 1, Close).split(' ').first.str()};
  std::vector<std::string> Words; // no name has a space
  for (StringRef Word : split(Rest, ' '))
    Words.push_back(Word.str());
  return Words;
}

int tellUnknown(const std::string &Word, const Table &Names, Language Lang) {
  std::string Near = nearestLintRule(Word);
  if (Near.empty()) {
    printUnknownName(Word, Names);
    return ExitFailed;
  }
  Message What = say(msg::NoSuchRule, Word);
  What.add(say(msg::DidYouMean, Near));
  printLine("error", What, Lang);
  return ExitFailed;
}

int explain(const std::vector<std::string> &Arguments, const Table &Names,
            Language Lang) {
  std::set<const LintRule *> Shown;
  for (const std::string &Word : namedIn(Arguments)) {
    const LintRule *Rule = findLintRule(Word);
    if (!Rule)
      Rule = ruleOfMessage(Word);
    if (Rule && Shown.insert(Rule).second)
      outs() << ruleHelp(Lang)(*Rule);
    if (Rule)
      continue;
    StringRef Name = lastKnown(Word, Names);
    bool InScripts = printBuildRules(Word);
    if (!printEntries(outs(), Name, Names) && !InScripts)
      return tellUnknown(Word, Names, Lang);
    printRulesFor(Name, Names);
  }
  return ExitDone;
}

} // namespace

void addExplainCommand(CommandLine &Line) {
  CLI::App *Explain = Line.App.add_subcommand("explain", ExplainHelp);
  Explain->group(commands::LookingUp);
  Explain->footer("Examples:\n"
                  "  musify explain MUSA0301\n"
                  "  musify explain cudaMalloc --lang zh");
  auto Words = std::make_shared<std::vector<std::string>>();
  beginGroup(*Explain, group::Input);
  Explain
      ->add_option("what", *Words,
                   "id or name of a rule, the id of a message, or a name of "
                   "CUDA or MUSA")
      ->type_name("RULE|NAME|FINDING");
  addMappingOption(*Explain, Line);
  addStyleOptions(*Explain, Line);
  Explain->callback([Words, &Line] {
    Line.Run = [Words, &Line](const Table &Names) {
      return Words->empty() ? list(Line.Lang)
                            : explain(*Words, Names, Line.Lang);
    };
  });
}

} // namespace musify
