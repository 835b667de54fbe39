#include "PortCommand.h"
#include "Diag/MessageError.h"
#include "Driver/ExitCode.h"
#include "Driver/Port.h"
#include "Driver/ReportFiles.h"
#include "Driver/RuleLevels.h"
#include "Driver/Tree.h"
#include "Driver/Undo.h"
#include "Driver/Update.h"
#include "Driver/Verify.h"
#include "PortOutput.h"
#include "Report/Html.h"
#include "Report/Json.h"
#include "Report/LintFormat.h"
#include "Report/Skipped.h"
#include "Report/SourceLine.h"
#include "Report/Summary.h"
#include "Report/Text.h"
#include "Support/PhaseTimes.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *PortHelp =
    "Ports CUDA files to MUSA. Without -o or --in-place, a unified diff goes\n"
    "to standard output, and no file is changed. Findings and a summary go to\n"
    "standard error.\n\n"
    "Exit status: 0 all ported; 1 ported, with findings that need manual\n"
    "work; 2 usage or I/O error.";

constexpr const char *UpdateHelp =
    "Ports a newer source into the tree of an earlier `musify port -o DIR`,\n"
    "and merges it with the manual changes there. Takes the options of that\n"
    "port. Prints the outcome for each file that changes, and the new\n"
    "findings.\n\n"
    "Exit status: 0 merged, no new findings; 1 merged, with conflicts or new\n"
    "findings; 2 usage or I/O error, or a tree with uncommitted changes.";

constexpr const char *PortExamples =
    "Examples:\n"
    "  musify port src                          the diff\n"
    "  musify port -p build -o ../project-musa  a ported copy of a project\n"
    "  musify port kernel.cu -o kernel.mu       one file\n"
    "  musify port src --in-place --backup      in place, old files kept";

constexpr const char *UpdateExamples = "Example:\n"
                                       "  musify update src -o ../project-musa";

/// One line for each file that something was done with, and what is new.
void printUpdate(const UpdateResult &Update, Language Lang) {
  for (const UpdatedFile &F : Update.Files) {
    if (F.What == Outcome::Same)
      continue;
    outs() << outcomeName(F.What).text(Lang) << ": " << printable(F.Path);
    if (F.Conflicts)
      outs() << ": " << say(msg::PlacesWithMarkers, F.Conflicts).text(Lang);
    if (F.Note)
      outs() << ": " << printable(F.Note.text(Lang));
    outs() << '\n';
  }
  if (!Update.NewEntries.empty())
    outs() << printable(say(msg::NewSinceLastPort, listOf(Update.NewEntries))
                            .text(Lang))
           << '\n';
  outs().flush(); // before what goes to standard error
}

/// Brings a port into its tree; `Code` tells if a person has to look at it.
Error update(RunResult &Result, const OutputRequest &Output, int &Code) {
  Language Lang = Result.Lang;
  TreeLock Lock(ledgerRoot(Output));
  auto Old = readLedger(Output);
  if (!Old)
    return Old.takeError();
  auto Update = updateTree(Result, *Old, Output);
  if (!Update)
    return Update.takeError();
  printUpdate(*Update, Lang);
  if (Update->NotRemoved)
    printLine("warning", say(msg::FilesNotRemoved, Update->NotRemoved), Lang);
  if (Update->OtherTables)
    printLine("note", say(msg::OtherTables), Lang);
  if (Update->OldFindings)
    printLine("note", say(msg::OldFindings, Update->OldFindings), Lang);
  for (const UpdatedFile &F : Update->Files)
    if (F.What == Outcome::Conflict || F.What == Outcome::KeptRemoved ||
        F.What == Outcome::DeletedByHand)
      Code = ExitFindings;
  return Error::success();
}

/// What can be told before the work, not after it.
Error checkUpdate(PortCommand &O) {
  bool IsInPlace = O.Output.Mode == OutputMode::InPlace;
  if (IsInPlace && O.Output.LedgerRoot.empty())
    return errorOf(say(msg::UpdatesOneDirectory));
  if (!O.Force)
    if (Error E = checkTreeIsClean(O.Output.Path))
      return E;
  auto Old = readLedger(O.Output);
  if (!Old)
    return Old.takeError();
  if (!O.Force)
    if (Error E = checkNoneIgnored(O.Output.Path, *Old))
      return E;
  for (const auto &[Path, File] : Old->Files)
    if (IsInPlace)
      O.Port.MergedCopies.insert(Path);
  return checkSameOptions(*Old, O.Port.CopyAll, O.Output.Rename,
                          ledgerOptions(O.Port));
}

Expected<VerifyRequest> requestOfPlan(const PortRequest &Port,
                                      const RunResult &Result,
                                      const Facts &Known,
                                      const CommandLine &Line) {
  VerifyRequest Request;
  Request.Lint.Port = Port;
  Request.Lint.Lang = Line.Lang;
  Request.Lint.Root = findProjectRoot(startOf(Port));
  Request.Planned.emplace(PlannedPort{Result, Known});
  Request.Lint.Port.Edits.IsLint = true;
  return Request;
}

/// Adds the edits that Clang proposes for the result.
Error addDialectEdits(const PortRequest &Port, RunResult &Result,
                      const Facts &Known, const Table &Names,
                      const CommandLine &Line) {
  auto Request = requestOfPlan(Port, Result, Known, Line);
  if (!Request)
    return Request.takeError();
  auto Fixed = fixDialect(*Request, Names);
  if (!Fixed)
    return Fixed.takeError();
  for (FileResult &F : Result.Files)
    if (auto It = Fixed->find(F.Path); It != Fixed->end())
      F.Plan = std::move(It->second);
  return Error::success();
}

/// Checks a result before it is written. Fails if it is wrong, and has to be
/// right.
Error verify(const PortCommand &O, const PortRequest &Port,
             const RunResult &Result, const Facts &Known, const Table &Names,
             const CommandLine &Line) {
  auto Request = requestOfPlan(Port, Result, Known, Line);
  if (!Request)
    return Request.takeError();
  auto Verified = runVerify(*Request, Names);
  if (!Verified)
    return Verified.takeError();
  LintFormatOptions Options;
  Options.Colour = wantsColour(Line.Colour, 2);
  Options.Notes = Options.AllPlaces = O.Verbose;
  errs() << lintText(Verified->Lint, Options);
  if (!O.Quiet)
    errs() << verifySummary(*Verified);
  bool IsWrong =
      llvm::any_of(Verified->Lint.Findings, [](const LintFinding &F) {
        return F.Level == Severity::Error;
      });
  if (!IsWrong || O.Spelled.Verify == "report")
    return Error::success();
  return errorOf(say(msg::CheckFoundErrors));
}

/// For an editor, which replaces its text.
Error printTexts(const RunResult &Result) {
  for (const FileResult &F : Result.Files) {
    auto Text = applyEdits(F.OldText, F.Plan);
    if (!Text)
      return Text.takeError();
    outs() << *Text;
  }
  outs().flush(); // before what goes to standard error
  return Error::success();
}

/// The last line of a run that writes: how much, where, and what is not there.
void printWritten(const RunResult &Result, const OutputRequest &Output) {
  size_t Files =
      llvm::count_if(Result.Files,
                     [](const auto &F) { return !F.OutputPath.empty(); }) +
      llvm::count_if(Result.Others, [](const auto &F) { return F.Copied; });
  Message Line = Output.Mode == OutputMode::InPlace
                     ? say(msg::Wrote, Files)
                     : say(msg::WroteTo, Files, printable(Output.Path));
  if (size_t Left = Result.Skipped.size())
    Line.add(say(msg::PathsLeftOut, Left));
  if (Result.NotCopied && Output.Mode == OutputMode::Tree)
    Line.add(say(msg::FilesNotCopied, Result.NotCopied));
  errs() << Line.text(Result.Lang) << '\n';
}

/// Standard output replaces no file.
std::vector<ReportFile> reportsOf(const PortCommand &O) {
  std::vector<ReportFile> Out;
  for (const auto &[Option, Path] :
       {std::pair("--report", O.ReportPath), std::pair("--html", O.Html)})
    if (!Path.empty() && Path != "-")
      Out.push_back({Option, Path});
  return Out;
}

Error writeReports(const PortCommand &O, const RunResult &Result) {
  Error Failed = Error::success();
  if (!O.ReportPath.empty())
    Failed = writeNamed(O.ReportPath, jsonReport(Result));
  if (!O.Html.empty())
    Failed = joinErrors(
        std::move(Failed),
        writeNamed(O.Html, portHtml(Result, llvm::join(O.Port.Paths, " "),
                                    ruleHelp(Result.Lang))));
  return Failed;
}

/// True if only git has the old files after the run.
bool needsGit(const PortCommand &O) {
  return O.Output.Mode == OutputMode::InPlace &&
         O.Output.BackupSuffix.empty() && !O.Force;
}

/// What an edit in place changes: without a path, the database's project, which
/// is here.
std::vector<std::string> pathsInPlace(const PortCommand &O) {
  if (!O.Port.Paths.empty())
    return O.Port.Paths;
  return {O.Port.Root.empty() ? "." : O.Port.Root};
}

/// Copies beside their originals are remembered in git's directory.
void chooseLedger(PortCommand &O) {
  bool HasCopies = O.Output.Mode == OutputMode::InPlace && O.Port.Beside &&
                   O.Port.Paths.size() == 1 &&
                   sys::fs::is_directory(O.Port.Paths.front());
  if (!HasCopies || O.NoLedger)
    return;
  O.Output.Path = O.Port.Paths.front();
  O.Output.LedgerRoot = copyLedgerRoot(O.Output.Path);
  O.Output.KeepsLedger = !O.Output.LedgerRoot.empty();
}

/// What can be told before the work.
Error checkBefore(PortCommand &O) {
  // A diff is worth having without its report; changed files are not.
  std::vector<ReportFile> Reports = reportsOf(O);
  bool Writes = O.Output.Mode != OutputMode::Diff;
  if (Error E = Writes ? checkReports(Reports) : checkDistinct(Reports))
    return E;
  if (O.Updates)
    return checkUpdate(O);
  if (needsGit(O))
    for (const std::string &Path : pathsInPlace(O))
      if (Error E = checkCommitted(Path))
        return E;
  return Error::success();
}

/// A stopped run writes no code, since the lexer alone may have missed names,
/// but what it found is worth having.
Error reportStopped(const PortCommand &O, const RunResult &Result,
                    const CommandLine &Line) {
  if (!O.Quiet)
    printFindings(errs(), Result, wantsColour(Line.Colour, 2), O.Verbose);
  Message What = say(msg::RunStopped);
  What.add(say(msg::NothingWritten));
  printLine("error", What, Line.Lang);
  return writeReports(O, Result);
}

/// What goes to standard output and standard error.
Error printResult(const PortCommand &O, const RunResult &Result,
                  const CommandLine &Line) {
  Error Failed = Error::success();
  if (!O.Parsing.StdinName.empty())
    Failed = printTexts(Result);
  else if (!O.Patches.empty())
    Failed = writePatches(Result, O.Output, O.Patches);
  else if (O.Output.Mode == OutputMode::Diff && O.ReportPath != "-")
    Failed = printDiffs(Result, O.Output, wantsColour(Line.Colour, 1));
  if (Failed)
    return Failed;
  bool Colour = wantsColour(Line.Colour, 2);
  if (!O.Quiet) {
    printFindings(errs(), Result, Colour, O.Verbose);
    printSummary(errs(), Result, Colour, O.Verbose);
  } else {
    printPaths(Result.Skipped, Line.Lang);
  }
  return Error::success();
}

/// The result, and all that is told about it.
Error writeAll(const PortCommand &O, RunResult &Result,
               const OutputRequest &Output, int &Code,
               const CommandLine &Line) {
  PhaseTimer Timer(Phase::Write);
  std::vector<std::string> InUse = filesInUse(Result, Output);
  llvm::append_range(InUse, settingsInUse(Line, O.Port, O.Config.Path));
  if (Error E = checkReports(reportsOf(O), InUse))
    return E;
  if (needsGit(O))
    for (const std::string &Path : pathsInPlace(O))
      if (Error E = checkNoneIgnored(Path, Result, Output))
        return E;
  if (Error E = O.Updates ? update(Result, Output, Code)
                          : writeOutputs(Result, Output))
    return E;
  if (Error E = printResult(O, Result, Line))
    return E;
  if (Error E = writeReports(O, Result))
    return E;
  if (!O.Quiet && (O.Output.Mode == OutputMode::Tree || O.Port.InPlace))
    printWritten(Result, O.Output);
  return Error::success();
}

/// Of a run for facts only.
int reportFacts(const PortCommand &O, const RunResult &Result,
                const CommandLine &Line) {
  if (Result.Stopped)
    printLine("error", say(msg::RunStopped), Line.Lang);
  else if (!O.Quiet)
    errs() << say(msg::UnitsParsed, Result.Units,
                  Result.Units - Result.UnitsRecalled, Result.UnitsRecalled)
                  .text(Line.Lang)
           << '\n';
  printTimeReport(Line.Lang);
  return Result.Stopped ? ExitFailed : ExitDone;
}

Expected<int> runPortCommand(PortCommand &O, const Table &Names,
                             const CommandLine &Line) {
  chooseLedger(O);
  if (Error E = checkBefore(O))
    return std::move(E);
  PortRequest Request = O.Port;
  if (Error E = takeStdin(Request, O.Parsing))
    return std::move(E);
  auto Config = readPortConfig(O.Config, Request);
  if (!Config)
    return Config.takeError();
  Request.Renames = Line.Renames;
  llvm::append_range(Request.Renames, O.BesideRules);
  chooseCache(Request, O.Parsing, Line);
  if (Request.FactsOnly && Request.CacheDir.empty())
    return errorOf(say(msg::FactsNeedCache));
  if (!O.Quiet)
    showProgress(Request, Line.Lang);
  Request.DumpTo = &outs();
  Request.Compares = !O.Spelled.Verify.empty();
  Facts Known;
  auto Result = [&] {
    StopsOnInterrupt Scope(Request);
    return runPortTo(O.Output.Way, Request, Names, &Known);
  }();
  if (!Result)
    return Result.takeError();
  if (Request.Dumped) {
    outs().flush(); // before what goes to standard error
    printSkipped(errs(), Result->Skipped, {"musify: error: "}, Line.Lang);
    return exitCodeFor(*Result) == ExitFailed ? ExitFailed : ExitDone;
  }
  if (Request.FactsOnly)
    return reportFacts(O, *Result, Line);
  applyRuleLevels(*Result, *Config);
  Result->ToolVersion = Line.Version;
  Result->Lang = Line.Lang;
  if (Result->Stopped) {
    if (Error E = reportStopped(O, *Result, Line))
      return std::move(E);
    return ExitFailed;
  }
  if (O.FixesDialect)
    if (Error E = addDialectEdits(Request, *Result, Known, Names, Line))
      return std::move(E);
  if (!O.Spelled.Verify.empty())
    if (Error E = verify(O, Request, *Result, Known, Names, Line))
      return std::move(E);
  OutputRequest Output = O.Output;
  Output.Options = ledgerOptions(Request);
  if (Output.KeepsLedger)
    Output.Tables = utohexstr(Names.fingerprint(), /*LowerCase=*/true);
  int Code = ExitDone;
  if (Error E = writeAll(O, *Result, Output, Code, Line))
    return std::move(E);
  printTimeReport(Line.Lang);
  return std::max(Code, exitCodeFor(*Result));
}

} // namespace

static void addPort(CommandLine &Line, const char *Name, const char *Help,
                    bool Updates) {
  CLI::App *Port = Line.App.add_subcommand(Name, Help);
  Port->group(commands::Porting)
      ->footer(Updates ? UpdateExamples : PortExamples);
  auto O = std::make_shared<PortCommand>();
  O->Updates = Updates;
  addPortOptions(*Port, *O);
  addMappingOption(*Port, Line);
  addStyleOptions(*Port, Line);
  Port->callback([O, &Line] {
    resolvePortOptions(*O);
    Line.Run = [O, &Line](const Table &Names) {
      return exitCodeOr(runPortCommand(*O, Names, Line));
    };
  });
}

void addPortCommand(CommandLine &Line) {
  addPort(Line, "port", PortHelp, false);
}

void addUpdateCommand(CommandLine &Line) {
  addPort(Line, "update", UpdateHelp, true);
}

} // namespace musify
