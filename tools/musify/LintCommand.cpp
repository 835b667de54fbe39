#include "Commands.h"
#include "Driver/ExitCode.h"
#include "FindingsOutput.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *LintHelp =
    "Reports what keeps CUDA code from working on MUSA. No file is changed.\n"
    "Findings go to standard output, or to the files that --format names.\n\n"
    "Exit status: 0 no finding reaches --fail-on; 1 some do; 2 usage or I/O\n"
    "error.";

struct LintCommand {
  LintRequest Lint;
  ParseOptions Parsing;
  FindingsOptions Findings;
  std::vector<std::string> Arch;
  std::string ChangedSince, DiffPath;
};

void addOptions(CLI::App *Lint, LintCommand &O) {
  PortRequest &Port = O.Lint.Port;
  Lint->add_option("paths", Port.Paths, "files or directories")
      ->required()
      ->type_name("PATH");
  addParseOptions(*Lint, Port, O.Parsing);
  addTargetsOption(*Lint, O.Arch);
  addMusaVersionOption(*Lint, Port.Edits.MusaVersion,
                       "the target MUSA SDK; reports the names that it lacks");
  addFindingsOptions(*Lint, O.Lint, O.Findings);
  auto *Since = Lint->add_option("--changed-since", O.ChangedSince,
                                 "only findings on lines that changed since "
                                 "the common ancestor with REV")
                    ->type_name("REV");
  Lint->add_option("--diff", O.DiffPath,
                   "only findings on lines that this unified diff adds; - "
                   "reads standard input")
      ->type_name("FILE")
      ->excludes(Since);
}

/// What of the configuration is about reading code.
Error settleTargets(LintCommand &O) {
  const LintConfig &Config = O.Lint.Config;
  PortOptions &Edits = O.Lint.Port.Edits;
  if (Edits.MusaVersion.empty())
    Edits.MusaVersion = Config.MusaVersion;
  return setTargets(Edits, !O.Arch.empty() ? O.Arch : Config.Arch);
}

Error readChanges(LintCommand &O) {
  Expected<ChangedLines> Changed = ChangedLines();
  if (!O.ChangedSince.empty()) {
    Changed = changedSince(O.ChangedSince, O.Lint.Root);
  } else if (!O.DiffPath.empty()) {
    auto Text = readNamedFile(O.DiffPath, "diff");
    if (!Text)
      return Text.takeError();
    Changed = parseDiff(*Text);
  } else {
    return Error::success();
  }
  if (!Changed)
    return Changed.takeError();
  O.Lint.Changed = std::move(*Changed);
  return Error::success();
}

Expected<int> runLintCommand(LintCommand &O, const Table &Names,
                             const CommandLine &Line) {
  O.Lint.Root = findProjectRoot(O.Lint.Port.Paths.front());
  auto Outputs = settleFindings(O.Lint, O.Findings);
  if (!Outputs)
    return Outputs.takeError();
  if (Error E = settleTargets(O))
    return std::move(E);
  if (Error E = readChanges(O))
    return std::move(E);
  PortRequest &Port = O.Lint.Port;
  applyParseOptions(Port, O.Parsing);
  chooseCache(Port, O.Parsing, Line);
  Port.Edits.Unverified = UnverifiedPolicy::Keep;
  Port.Excludes = [&](StringRef Path) { return O.Lint.Config.excludes(Path); };
  if (!O.Findings.Quiet)
    showProgress(Port);
  O.Lint.Lang = Line.Lang;
  auto Result = runLint(O.Lint, Names);
  if (!Result)
    return Result.takeError();
  Result->ToolVersion = Line.Version;
  if (Error E = writeFindings(*Outputs, *Result, O.Lint, O.Findings, Line,
                              lintSummary(*Result)))
    return std::move(E);
  return exitCodeFor(*Result);
}

} // namespace

void addLintCommand(CommandLine &Line) {
  CLI::App *Lint = Line.App.add_subcommand("lint", LintHelp);
  auto O = std::make_shared<LintCommand>();
  addOptions(Lint, *O);
  addMappingOption(*Lint, Line);
  addStyleOptions(*Lint, Line);
  Lint->callback([O, &Line] {
    Line.Run = [O, &Line](const Table &Names) {
      return exitCodeOr(runLintCommand(*O, Names, Line));
    };
  });
}

} // namespace musify
