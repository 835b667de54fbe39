// The whole run on one page: each stage is a function of Stages.h.
#include "Driver/Port.h"
#include "Driver/ExitCode.h"
#include "Driver/Jobs.h"
#include "Driver/Stages.h"
#include "Parse/Rules/MatcherRules.h"
#include "Program/Whole.h"
#include "Sdk/Embedded.h"
#include "Support/PhaseTimes.h"
#include "llvm/ADT/STLExtras.h"
#include <mutex>

using namespace llvm;

namespace musify {
namespace {

/// The rules over all files, side by side.
FindingsByFile decideAll(ArrayRef<LoadedFile> Files,
                         const ParsedProject &Parsed, const Program &Whole,
                         const Workspace &Project, const PortOptions &Options,
                         DefaultThreadPool &Pool) {
  FindingsByFile Found;
  std::mutex Lock;
  for (const LoadedFile &F : Files)
    Pool.async([&, &F = F] {
      PhaseTimer Timer(Phase::Decide);
      auto Mine =
          decide(*F.Input, F.Scan, Parsed.Known, Whole, Project, Options);
      for (const auto &S : F.Nested)
        llvm::append_range(Mine, decideNested(*S, *F.Input, F.Scan,
                                              Parsed.KnownOfNested, Project,
                                              Options));
      dropPlainReasons(Mine, F.Scan.Text);
      std::lock_guard Guard(Lock);
      addFindings(Found, std::move(Mine));
    });
  Pool.wait();
  return Found;
}

/// What lies around the inputs is decided with them, and not written.
void dropAround(Plan &Merged, ArrayRef<LoadedFile> Files,
                ArrayRef<LoadedScript> Scripts) {
  for (const LoadedFile &F : Files)
    if (F.Input->IsAround)
      Merged.Files.erase(F.Input->Path);
  for (const LoadedScript &S : Scripts)
    if (S.Input.IsAround)
      Merged.Files.erase(S.Input.Path);
}

void noteStatuses(const BuildRules &Rules, RunResult &Result) {
  for (const BuildRule &R : Rules.all())
    Result.Entries[R.Name] = {statusName(R.S).str(), "build"};
}

/// Prints the stage if it is the one that was asked for.
template <typename... T>
void dump(const PortRequest &Request, Stage Which,
          void (*Print)(raw_ostream &, T...), const auto &...Values) {
  if (Request.Dumped == Which)
    Print(*Request.DumpTo, Values...);
}

/// What all rules find, in sources, in scripts and in the program as a whole.
FindingsByFile findAll(const PortRequest &Request, ArrayRef<LoadedFile> Files,
                       ArrayRef<LoadedScript> Scripts, const InputSet &Inputs,
                       const ParsedProject &Parsed, const Program &Whole,
                       const BuildRules &Rules, const Workspace &Project,
                       DefaultThreadPool &Pool) {
  const PortOptions &Options = Request.Edits;
  auto Found = decideAll(Files, Parsed, Whole, Project, Options, Pool);
  bool HasBuild = Request.BuildScripts && !Options.IsLint;
  addFindings(Found,
              portScripts(Scripts, HasBuild ? Files : ArrayRef<LoadedFile>(),
                          Rules, Whole, Inputs, Project, Options, Pool));
  addFindings(Found, reportEntities(Whole));
  return Found;
}

/// The findings of all files, with what holds for the plan as a whole.
Plan planOf(FindingsByFile Found, const Program &Whole,
            ArrayRef<LoadedFile> Files, ArrayRef<LoadedScript> Scripts,
            const Facts &Known, const Table &Names) {
  PhaseTimer Timer(Phase::Merge);
  Plan Merged = mergeFindings(std::move(Found));
  keepWhole(Whole, Merged);
  followMadeNames(Files, Known, Names, Merged);
  dropAround(Merged, Files, Scripts);
  return Merged;
}

/// By which lint reads MUSA's code, too; none for a port.
std::optional<Table> tableOfMusa(const PortRequest &Request, const Table &Names,
                                 std::string &Image) {
  if (!Request.Edits.IsLint)
    return std::nullopt;
  return wayBack(Names, Image);
}

/// All that a run for facts only tells.
RunResult countUnits(const ParsedProject &Parsed) {
  RunResult Out;
  Out.Units = Parsed.Units;
  Out.UnitsRecalled = Parsed.Recalled;
  Out.UsesCache = Parsed.UsesCache;
  Out.Stopped = Parsed.Stopped;
  return Out;
}

/// Adds what failed and what is no input, and puts all in order.
void addSkipped(RunResult &Result, std::vector<SkippedResult> Failed,
                std::vector<SkippedResult> Unported) {
  llvm::append_range(Result.Skipped, std::move(Failed));
  llvm::append_range(Result.Skipped, std::move(Unported));
  llvm::sort(Result.Skipped,
             [](const auto &A, const auto &B) { return A.Path < B.Path; });
}

/// Sets the new paths of files whose paths name the platform.
void takeOwnPaths(const OwnRenames &Own, bool IsTree, RunResult &Result) {
  for (FileResult &F : Result.Files)
    if (auto It = Own.Paths.find(F.Relative); It != Own.Paths.end()) {
      F.NewRelative = It->second;
      F.IsCopy = Own.Copies.count(F.Relative) != 0;
      if (F.IsCopy && IsTree) // its original, as it is
        Result.Others.push_back({F.Path, F.Shown, F.Relative, false, false});
    }
}

/// What the texts of all files tell together.
void noteTexts(ArrayRef<LoadedFile> Files, const PortOptions &Options,
               Workspace &Project) {
  Project.Torch = collectTorchUse(Files);
  collectAnswers(Files, Options, Project);
}

/// The files that no stage of the run ports, and why.
void noteLeftOut(const PortRequest &Request, const InputSet &Inputs,
                 const Table &Names, std::vector<SkippedResult> Failed,
                 DefaultThreadPool &Pool, RunResult &Result) {
  if (Request.Beside)
    llvm::append_range(Failed, listedDevices(Inputs, *Request.Disk));
  addSkipped(
      Result, std::move(Failed),
      unportedFiles(Inputs, Names, Request.Edits.Rename, *Request.Disk, Pool));
}

} // namespace

Expected<RunResult> runPort(const PortRequest &Request, const Table &Names,
                            Facts *Known) {
  if (Error E = checkMatchers(Names.Rules))
    return std::move(E);
  DefaultThreadPool Pool(threadsFor(Request.Jobs));
  auto Inputs = findProject(Request, Names.direction());
  if (!Inputs)
    return Inputs.takeError();
  auto Rules = builtinBuildRules();
  if (!Rules)
    return Rules.takeError();
  takeBuildCode(Request, *Rules, *Inputs);
  dump(Request, Stage::Inputs, dumpInputs, *Inputs);

  std::string BackImage;
  std::optional<Table> Back = tableOfMusa(Request, Names, BackImage);
  std::vector<SkippedResult> Failed;
  auto Files = loadFiles(Inputs->Inputs, Request, Names,
                         Back ? &*Back : nullptr, Pool, Failed);
  dump(Request, Stage::Candidates, dumpCandidates, Files);

  if (!Inputs->Scripts.empty()) // they share variables
    llvm::append_range(Inputs->Scripts, Inputs->ScriptsAround);
  auto Scripts = loadScripts(Inputs->Scripts, Request, *Rules, Pool, Failed);
  Inputs->Definitions = definitionsOf(Scripts);

  Workspace Project(Names, Inputs->Inputs, *Request.Disk);
  noteTexts(Files, Request.Edits, Project);
  auto Parsed = parseProject(Request, *Inputs, Files, Project, Pool);
  if (!Parsed)
    return Parsed.takeError();
  dump(Request, Stage::Facts, dumpFacts, Parsed->Known);
  if (Request.FactsOnly)
    return countUnits(*Parsed);

  Program Whole;
  if (Request.MovesDefined)
    Whole = buildProgram(Files, readPorted(Inputs->Inputs, *Request.Disk),
                         Parsed->Known, Scripts, *Rules, Names);
  dump(Request, Stage::Program, dumpProgram, Whole);

  auto Found = findAll(Request, Files, Scripts, Inputs->Inputs, *Parsed, Whole,
                       *Rules, Project, Pool);
  dump(Request, Stage::Findings, dumpFindings, Found);

  Plan Merged =
      planOf(std::move(Found), Whole, Files, Scripts, Parsed->Known, Names);
  if (Request.Edits.Torchada)
    leaveToTorchada(Files, Scripts, *Rules, Merged);
  auto Own = renameOwn(Request, Files, Scripts, Names, Merged);
  dump(Request, Stage::Plan, dumpPlan, Merged);
  RunResult Result = collectResult(Request, *Inputs, Files, Scripts, *Parsed,
                                   std::move(Merged), Names);
  takeOwnPaths(Own, !Request.OutputPath.empty(), Result);
  if (Known)
    *Known = std::move(Parsed->Known);
  noteStatuses(*Rules, Result);
  noteLeftOut(Request, Inputs->Inputs, Names, std::move(Failed), Pool, Result);
  return Result;
}

int exitCodeFor(const RunResult &Result) {
  if (Result.Stopped)
    return ExitFailed;
  for (const SkippedResult &S : Result.Skipped)
    if (S.IsError)
      return ExitFailed;
  for (const FileResult &F : Result.Files)
    for (const Finding &Each : F.Plan.Findings)
      if (Each.Level != Severity::Note)
        return ExitFindings;
  return ExitDone;
}

} // namespace musify
