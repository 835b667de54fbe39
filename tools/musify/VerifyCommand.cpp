#include "Checks.h"
#include "Commands.h"
#include "Driver/Verify.h"
#include "FindingsOutput.h"
#include "Help.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *VerifyHelp =
    "Compares a MUSA port with its CUDA original. Musify, another tool or a\n"
    "person may have made it. Lists every difference that no rule and no\n"
    "table entry explains, names that mean something else, code that Clang\n"
    "rejects with MUSA's declarations, and conditions that choose another\n"
    "branch. No file is changed.\n\n"
    "Exit status: 0 no finding reaches --fail-on; 1 some do; 2 usage or I/O\n"
    "error.";

struct VerifyCommand {
  VerifyRequest Verify;
  ParseOptions Parsing;
  FindingsOptions Findings;
  std::vector<std::string> Arch;
  std::string Original;
};

void addOptions(CLI::App *Verify, VerifyCommand &O) {
  PortRequest &Port = O.Verify.Lint.Port;
  beginGroup(*Verify, group::Input);
  Verify->add_option("original", O.Original, "file or directory of CUDA code")
      ->required()
      ->type_name("ORIGINAL")
      ->check(existingPath);
  Verify->add_option("port", O.Verify.PortPath, "its port to MUSA")
      ->required()
      ->type_name("PORT")
      ->check(existingPath);
  addParseOptions(*Verify, Port, O.Parsing);
  addTargetsOption(*Verify, O.Arch);
  addFindingsOptions(*Verify, O.Verify.Lint, O.Findings);
}

Expected<int> runVerifyCommand(VerifyCommand &O, const Table &Names,
                               const CommandLine &Line) {
  LintRequest &Lint = O.Verify.Lint;
  Lint.Port.Paths = {O.Original};
  Lint.Root = findProjectRoot(O.Verify.PortPath);
  auto Outputs = settleFindings(Lint, O.Findings);
  if (!Outputs)
    return Outputs.takeError();
  PortRequest &Port = Lint.Port;
  Port.Edits.IsLint = true;
  if (Error E =
          setTargets(Port.Edits, !O.Arch.empty() ? O.Arch : Lint.Config.Arch))
    return std::move(E);
  applyParseOptions(Port, O.Parsing);
  chooseCache(Port, O.Parsing, Line);
  Port.Excludes = [&](StringRef Path) { return Lint.Config.excludes(Path); };
  O.Findings.Command = "verify";
  O.Findings.Title = O.Original + " " + O.Verify.PortPath;
  if (!O.Findings.Quiet)
    showProgress(Port, Line.Lang);
  Lint.Lang = Line.Lang;
  auto Result = runVerify(O.Verify, Names);
  if (!Result)
    return Result.takeError();
  Result->Lint.ToolVersion = Line.Version;
  if (Error E = writeFindings(*Outputs, Result->Lint, Lint, O.Findings, Line,
                              verifySummary(*Result)))
    return std::move(E);
  return exitCodeFor(Result->Lint);
}

} // namespace

void addVerifyCommand(CommandLine &Line) {
  CLI::App *Verify = Line.App.add_subcommand("verify", VerifyHelp);
  Verify->group(commands::Checking)
      ->footer("Examples:\n"
               "  musify verify src ../project-musa/src\n"
               "  musify verify a.cu a.mu");
  auto O = std::make_shared<VerifyCommand>();
  addOptions(Verify, *O);
  addMappingOption(*Verify, Line);
  addStyleOptions(*Verify, Line);
  Verify->callback([O, &Line] {
    Line.Run = [O, &Line](const Table &Names) {
      return exitCodeOr(runVerifyCommand(*O, Names, Line));
    };
  });
}

} // namespace musify
