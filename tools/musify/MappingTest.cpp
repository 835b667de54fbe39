#include "Commands.h"
#include "Diag/MessageError.h"
#include "Driver/ExitCode.h"
#include "Driver/RuleTest.h"
#include "Help.h"
#include "Language.h"
#include "Mapping/Load.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

void printFailure(const RuleTestResult &R) {
  std::string Text;
  raw_string_ostream(Text) << told(atPlace(R.Rule->Path, R.Rule->Line, 1,
                                           say(msg::RuleTestFails, R.Rule->Id,
                                               R.Number)))
                           << "\n  " << told(say(msg::TestExpected)) << '\n'
                           << R.Expected << "  " << told(say(msg::TestGot))
                           << '\n'
                           << R.Got;
  printLines(errs(), StringRef(Text).rtrim('\n'));
}

int runMappingTest(const std::vector<std::string> &Paths, const Table &Known) {
  Table Names = Known;
  std::vector<CustomRule> Rules;
  if (Paths.empty())
    llvm::append_range(Rules, Names.Rules.all());
  for (const std::string &Path : Paths) {
    auto Buffer = readMappingFile(Path);
    StringRef Text = Buffer ? (*Buffer)->getBuffer() : "";
    auto Entries = Buffer ? parseMapping(Text, Path) : Buffer.takeError();
    auto Mine = Entries ? parseRules(Text, Path) : Entries.takeError();
    if (!Mine) {
      printError(Mine.takeError());
      return ExitFailed;
    }
    Names.overlay(std::move(*Entries));
    llvm::append_range(Rules, *Mine);
    Names.Rules.add(std::move(*Mine));
  }
  auto Results = runRuleTests(Rules, Names);
  if (!Results) {
    printError(Results.takeError());
    return ExitFailed;
  }
  unsigned Failed = 0;
  for (const RuleTestResult &R : *Results)
    if (!R.passed()) {
      printFailure(R);
      ++Failed;
    }
  outs() << told(say(msg::TestSummary, Results->size() - Failed, Failed))
         << '\n';
  return Failed ? ExitFindings : ExitDone;
}

} // namespace

void addMappingTest(CLI::App &Mapping, CommandLine &Line) {
  CLI::App *Test = Mapping.add_subcommand(
      "test", "Runs the inline tests of the rules in mapping files; without a "
              "file, those\nof the built-in rules.\n\n"
              "Exit status: 0 all pass; 1 some fail; 2 a file cannot be used.");
  auto Paths = std::make_shared<std::vector<std::string>>();
  beginGroup(*Test, group::Input);
  Test->add_option("files", *Paths, "mapping files")->type_name("FILE");
  addLanguageOption(*Test, Line);
  Test->callback([Paths, &Line] {
    Line.Run = [Paths](const Table &Names) {
      return runMappingTest(*Paths, Names);
    };
  });
}

} // namespace musify
