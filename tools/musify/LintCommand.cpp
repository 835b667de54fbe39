#include "Commands.h"
#include "Diag/MessageError.h"
#include "Driver/ExitCode.h"
#include "FindingsOutput.h"
#include "Help.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *LintHelp =
    "Reports what keeps CUDA code from working on MUSA. Only --fix and\n"
    "--fix-rule change files.\n"
    "Findings go to standard output, or to the files that --format names.\n\n"
    "Exit status: 0 no finding reaches --fail-on; 1 some do; 2 usage or I/O\n"
    "error.";

constexpr const char *LintExamples =
    "Examples:\n"
    "  musify lint src                             all findings\n"
    "  musify lint -p build --format sarif:o.sarif  with the real flags\n"
    "  musify lint . --changed-since origin/main   what a branch adds";

struct LintCommand {
  LintRequest Lint;
  ParseOptions Parsing;
  FindingsOptions Findings;
  std::vector<std::string> Arch;
  std::string ChangedSince, DiffPath;
  std::vector<std::string> FixRules;
};

/// Writes what `--fix` and `--fix-rule` took.
Error writeFixes(LintResult &Result) {
  if (Result.ToFix.Files.empty())
    return Error::success();
  OutputRequest InPlace;
  InPlace.Mode = OutputMode::InPlace;
  if (Error E = writeOutputs(Result.ToFix, InPlace))
    return E;
  llvm::append_range(Result.Skipped, Result.ToFix.Skipped);
  return Error::success();
}

Error settleFixes(LintCommand &O) {
  bool Fixes = O.Lint.Fix || !O.FixRules.empty();
  if (Fixes && !O.Parsing.StdinName.empty())
    return errorOf(say(msg::FixChangesFiles));
  std::vector<StringRef> Known;
  for (const LintRule &R : LintRules)
    Known.push_back(R.Name);
  for (const std::string &Name : O.FixRules) {
    const LintRule *Rule = findLintRule(Name);
    if (!Rule)
      return errorOf(
          say(msg::ProblemOf, "--fix-rule",
              say(msg::NoSuchRule, Name).add(didYouMean(Name, Known))));
    O.Lint.FixRules.push_back(Rule);
  }
  return Error::success();
}

void addOptions(CLI::App *Lint, LintCommand &O) {
  PortRequest &Port = O.Lint.Port;
  auto *Paths = addPathsOption(
      *Lint, Port.Paths,
      "files or directories; with -p the project, if none is given");
  addStdinOption(*Lint, Paths, Port, O.Parsing);
  addParseOptions(*Lint, Port, O.Parsing);
  addTargetsOption(*Lint, O.Arch);
  addMusaVersionOption(*Lint, Port.Edits.MusaVersion,
                       "the target MUSA SDK; reports the names that it lacks");
  addFindingsOptions(*Lint, O.Lint, O.Findings);
  addTimeReportOption(*Lint);
  beginGroup(*Lint, group::Findings);
  auto *Fix = Lint->add_flag("--fix", O.Lint.Fix,
                             "write the fixes of the findings to the files; "
                             "what is fixed is counted, not listed");
  Lint->add_option("--fix-rule", O.FixRules,
                   "the same of these rules alone, by name or id")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("LIST")
      ->excludes(Fix);
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
  Edits.IsLint = true;
  if (Edits.MusaVersion.empty())
    Edits.MusaVersion = Config.MusaVersion;
  return setTargets(Edits, !O.Arch.empty() ? O.Arch : Config.Arch);
}

Error readChanges(LintCommand &O) {
  Expected<ChangedLines> Changed = ChangedLines();
  if (!O.ChangedSince.empty()) {
    Changed = changedSince(O.ChangedSince, O.Lint.Root);
  } else if (!O.DiffPath.empty()) {
    auto Text = readNamedFile(O.DiffPath, msg::CannotReadDiff);
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
  O.Lint.Root = findProjectRoot(startOf(O.Lint.Port));
  auto Outputs = settleFindings(O.Lint, O.Findings);
  if (!Outputs)
    return Outputs.takeError();
  if (Error E = settleTargets(O))
    return std::move(E);
  if (Error E = readChanges(O))
    return std::move(E);
  if (Error E = settleFixes(O))
    return std::move(E);
  PortRequest &Port = O.Lint.Port;
  if (Error E = takeStdin(Port, O.Parsing))
    return std::move(E);
  applyParseOptions(Port, O.Parsing);
  chooseCache(Port, O.Parsing, Line);
  Port.Edits.Unverified = UnverifiedPolicy::Keep;
  Port.Excludes = [&](StringRef Path) { return O.Lint.Config.excludes(Path); };
  O.Findings.Title = join(Port.Paths, " ");
  if (!O.Findings.Quiet)
    showProgress(Port, Line.Lang);
  O.Lint.Lang = Line.Lang;
  auto Result = [&] {
    StopsOnInterrupt Scope(Port);
    return runLint(O.Lint, Names);
  }();
  if (!Result)
    return Result.takeError();
  Result->ToolVersion = Line.Version;
  if (Error E = writeFixes(*Result))
    return std::move(E);
  if (Error E = writeFindings(*Outputs, *Result, O.Lint, O.Findings, Line,
                              lintSummary(*Result)))
    return std::move(E);
  printTimeReport(Line.Lang);
  return exitCodeFor(*Result);
}

} // namespace

void addLintCommand(CommandLine &Line) {
  CLI::App *Lint = Line.App.add_subcommand("lint", LintHelp);
  Lint->group(commands::Checking)->footer(LintExamples);
  auto O = std::make_shared<LintCommand>();
  addOptions(Lint, *O);
  addMappingOption(*Lint, Line);
  addStyleOptions(*Lint, Line);
  Lint->callback([O, &Line] {
    requirePaths(O->Lint.Port);
    Line.Run = [O, &Line](const Table &Names) {
      return exitCodeOr(runLintCommand(*O, Names, Line));
    };
  });
}

} // namespace musify
