#include "Checks.h"
#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Driver/Learn.h"
#include "Driver/ReportFiles.h"
#include "Edit/Plan.h"
#include "Help.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *LearnHelp =
    "Learns rules from a port that a person made: how the project's own "
    "names,\n"
    "strings and files were renamed, which names of the SDK were ported\n"
    "otherwise than the tables say, and which calls and includes changed.\n"
    "`musify port --mapping FILE` applies them. What no rule can say is "
    "listed.\n"
    "Neither tree is changed.\n\n"
    "Exit status: 0 done; 2 usage or I/O error.";

constexpr const char *LearnExamples = "Example:\n"
                                      "  musify learn src port -o rules.json";

struct LearnCommand {
  VerifyRequest Verify;
  ParseOptions Parsing;
  std::string Original, Output, Report;
  bool Quiet = false;
};

std::vector<ReportFile> outputsOf(const LearnCommand &O) {
  std::vector<ReportFile> Out;
  for (const auto &[Option, Path] :
       {std::pair("-o", O.Output), std::pair("--report", O.Report)})
    if (!Path.empty())
      Out.push_back({Option, Path});
  return Out;
}

Expected<int> runLearnCommand(LearnCommand &O, const Table &Names,
                              const CommandLine &Line) {
  if (Error E = checkDistinct(outputsOf(O)))
    return std::move(E);
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
  std::vector<std::string> InUse = std::move(Result->Read);
  append_range(InUse, settingsInUse(Line, Port));
  if (Error E = checkReports(outputsOf(O), InUse))
    return std::move(E);
  bool Failed = printPaths(Result->Failed, Line.Lang);
  if (!O.Quiet)
    printLines(errs(), describeLearned(Result->Rules, Line.Lang));
  if (!O.Report.empty())
    if (Error E = writeFileAtomically(
            O.Report, reportLearned(Result->Rules, Result->Files)))
      return std::move(E);
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
  Learn
      ->add_option("--report", O->Report,
                   "write the rules and what was not learned to this JSON "
                   "file")
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
