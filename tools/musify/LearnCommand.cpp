#include "Checks.h"
#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Driver/Learn.h"
#include "Edit/Plan.h"
#include "Help.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *LearnHelp =
    "Learns rules from a port that a person made: how the project's own "
    "names,\n"
    "strings and files were renamed, and which names of the SDK were ported\n"
    "otherwise than the tables say. `musify port --mapping FILE` applies "
    "them.\n"
    "Neither tree is changed.\n\n"
    "Exit status: 0 done; 2 usage or I/O error.";

constexpr const char *LearnExamples = "Example:\n"
                                      "  musify learn src port -o rules.json";

struct LearnCommand {
  VerifyRequest Verify;
  ParseOptions Parsing;
  std::string Original, Output;
  bool Quiet = false;
};

constexpr size_t ShownRework = 20;

std::string counted(unsigned Count) {
  return std::to_string(Count) + (Count == 1 ? " place" : " places");
}

const char *matchName(RenameRule::Match What) {
  switch (What) {
  case RenameRule::Match::Word:
    return "word";
  case RenameRule::Match::Name:
    return "name";
  case RenameRule::Match::String:
    return "string";
  case RenameRule::Match::Include:
    return "include";
  case RenameRule::Match::File:
    return "file";
  }
  llvm_unreachable("all kinds are named");
}

void printRules(raw_ostream &OS, const Learned &L) {
  for (const RenameRule &R : L.Renames) {
    bool IsWord = R.What == RenameRule::Match::Word;
    OS << matchName(R.What) << " `" << R.From << "` becomes `" << R.To
       << "`: " << counted(R.Places);
    if (IsWord)
      OS << ", " << R.Against << " against";
    OS << '\n';
  }
  for (const OwnedEntry &E : L.Entries)
    OS << "entry `" << E.From << "` becomes `" << E.To << "`: " << E.Evidence
       << '\n';
}

/// What no rule explains.
void printRest(raw_ostream &OS, const Learned &L) {
  for (const Contradiction &C : L.Contradictions) {
    OS << "contradiction: `" << C.Text << "`";
    const char *Separator = " became ";
    for (const auto &[New, Places] : C.Became) {
      OS << Separator << '`' << New << "` at " << counted(Places);
      Separator = ", ";
    }
    OS << '\n';
  }
  unsigned Places = L.OtherRework;
  for (const auto &[What, Count] : L.Reworked)
    Places += Count;
  for (const auto &[What, Count] : ArrayRef(L.Reworked).take_front(ShownRework))
    OS << "not learned: `" << What.Was << "` became `" << What.Now
       << "`: " << counted(Count) << '\n';
  if (Places)
    OS << "not learned in all: " << counted(Places)
       << " where code was added, removed or written anew\n";
}

Expected<int> runLearnCommand(LearnCommand &O, const Table &Names,
                              const CommandLine &Line) {
  PortRequest &Port = O.Verify.Lint.Port;
  Port.Paths = {O.Original};
  applyParseOptions(Port, O.Parsing);
  chooseCache(Port, O.Parsing, Line);
  if (!O.Quiet)
    showProgress(Port, Line.Lang);
  Port.Edits.IsLint = true;
  auto Result = runLearn(O.Verify, Names);
  if (!Result)
    return Result.takeError();
  bool Failed = printPaths(Result->Failed, Line.Lang);
  std::string Text;
  raw_string_ostream Report(Text);
  printRules(Report, Result->Rules);
  printRest(Report, Result->Rules);
  if (!O.Quiet)
    printLines(errs(), Text);
  std::string Rules = formatLearned(Result->Rules);
  if (O.Output.empty())
    outs() << Rules;
  else if (Error E = writeFileAtomically(O.Output, Rules))
    return std::move(E);
  return Failed ? ExitFailed : ExitDone;
}

} // namespace

void addLearnCommand(CommandLine &Line) {
  CLI::App *Learn = Line.App.add_subcommand("learn", LearnHelp);
  Learn->group(commands::Porting)->footer(LearnExamples);
  auto O = std::make_shared<LearnCommand>();
  beginGroup(*Learn, group::Input);
  Learn->add_option("original", O->Original, "file or directory of CUDA code")
      ->required()
      ->check(existingPath)
      ->type_name("ORIGINAL");
  Learn->add_option("port", O->Verify.PortPath, "its port to MUSA")
      ->required()
      ->check(existingPath)
      ->type_name("PORT");
  beginGroup(*Learn, group::Output);
  Learn
      ->add_option("-o,--output", O->Output,
                   "write the rules to this file, not to standard output")
      ->type_name("FILE")
      ->check(writableFile);
  addParseOptions(*Learn, O->Verify.Lint.Port, O->Parsing);
  beginGroup(*Learn, group::Output);
  Learn->add_flag("-q,--quiet", O->Quiet,
                  "do not print the rules and what was not learned");
  addMappingOption(*Learn, Line);
  addStyleOptions(*Learn, Line);
  Learn->callback([O, &Line] {
    Line.Run = [O, &Line](const Table &Names) {
      return exitCodeOr(runLearnCommand(*O, Names, Line));
    };
  });
}

} // namespace musify
