#include "Driver/Verify.h"
#include "Driver/Tree.h"
#include "Driver/Update.h"
#include "Project/FileNames.h"
#include "Project/Paths.h"
#include "Verify/Branches.h"
#include "Verify/Pairs.h"
#include "Verify/Problems.h"
#include "Verify/Sources.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/ThreadPool.h"
#include <deque>

using namespace llvm;

namespace musify {
namespace {

/// One of the two trees.
struct Side {
  RunResult Result;
  Facts Known;
  std::deque<FileResult> Others;             ///< files that no port reads
  std::map<std::string, FileResult *> Files; ///< by path below the root

  std::vector<std::string> paths() const {
    std::vector<std::string> Out;
    for (const auto &[Path, File] : Files)
      Out.push_back(Path);
    return Out;
  }
};

/// What git and musify keep of themselves in a tree.
bool isBookkeeping(StringRef Path) {
  return Path.starts_with(".git/") || Path.starts_with(LedgerPath.take_until(
                                          [](char C) { return C == '/'; }));
}

/// `-D` with the name that a port gives it.
std::string portedDefinition(StringRef Flag, const Table &Names) {
  StringRef Macro = Flag;
  if (!Macro.consume_front("-D"))
    return Flag.str();
  StringRef Name = Macro.split('=').first;
  auto E = Names.findName(Name);
  if (!E || !E->renames())
    return Flag.str();
  return "-D" + E->To.str() + Macro.drop_front(Name.size()).str();
}

/// The plan of a port that keeps all file names.
FilePlan withoutRenames(FilePlan Plan) {
  llvm::erase_if(Plan.Edits,
                 [](const Finding &F) { return F.Rule == "renamed-file"; });
  return Plan;
}

class VerifyRun {
public:
  VerifyRun(const VerifyRequest &Request, const Table &Names)
      : Request(Request), Names(Names),
        Pool(hardware_concurrency(Request.Lint.Port.Jobs)) {}

  Expected<VerifyResult> run();
  /// The first half of a run.
  Error readAll();
  ComparedTrees trees() const { return {Compared, Before.Result.Skipped}; }

private:
  Error findRoots();
  Error readOriginal();
  Error readPort();
  Expected<PortRequest> requestOfPort() const;
  Expected<PortRequest> requestOfPlan() const;
  CompileCommand inPort(CompileCommand Unit) const;
  std::string pathInPort(StringRef Path) const;
  static void list(Side &S);
  Error pair();
  Error compare();
  Error compare(ComparedFile &F);
  void judgeAll();
  void judgeNames();
  void judgeFiles();
  RunResult portResult();

  const VerifyRequest &Request;
  const Table &Names;
  DefaultThreadPool Pool;
  std::string OriginalRoot, PortRoot; ///< real paths
  Side Before, After;
  FilePairs Pairs;
  std::vector<ComparedFile> Compared;
  std::vector<FileResult> Missing; ///< of the original
  VerifyCounts Counts;
};

/// The path of an original's file where its port lies, if it is named so.
std::string VerifyRun::pathInPort(StringRef Path) const {
  if (!isBelow(Path, OriginalRoot))
    return Path.str();
  std::string There = PortRoot + Path.drop_front(OriginalRoot.size()).str();
  std::string Renamed = portedFileName(There, Direction::CudaToMusa);
  return sys::fs::exists(Renamed) ? Renamed : There;
}

/// The command that compiles the port of the unit.
CompileCommand VerifyRun::inPort(CompileCommand Unit) const {
  Unit.File = pathInPort(Unit.File);
  for (std::string &Flag : Unit.Flags)
    if (size_t At = Flag.find(OriginalRoot); At != std::string::npos)
      Flag = Flag.substr(0, At) + pathInPort(StringRef(Flag).substr(At));
    else
      Flag = portedDefinition(Flag, Names);
  return Unit;
}

Expected<PortRequest> VerifyRun::requestOfPort() const {
  const PortRequest &Original = Request.Lint.Port;
  PortRequest Port = Original;
  Port.Paths = {Request.PortPath};
  Port.Root.clear();
  Port.BuildDir.clear();
  Port.CudaPath.clear(); // MUSA's declarations take its place
  if (!Original.BuildDir.empty()) {
    auto Database = loadCompileDatabase(Original.BuildDir, *Original.Disk);
    if (!Database)
      return Database.takeError();
    for (CompileCommand &Unit : *Database)
      if (CompileCommand There = inPort(std::move(Unit));
          sys::fs::exists(There.File))
        Port.Commands.push_back(std::move(There));
  }
  for (std::string &Flag : Port.ExtraFlags)
    if (size_t At = Flag.find(OriginalRoot); At != std::string::npos)
      Flag.replace(At, OriginalRoot.size(), PortRoot);
    else
      Flag = portedDefinition(Flag, Names);
  return Port;
}

/// The text of each file as the plan makes it. Files keep their names here.
Expected<PortRequest> VerifyRun::requestOfPlan() const {
  PortRequest Port = Request.Lint.Port;
  for (std::string &Flag : Port.ExtraFlags)
    Flag = portedDefinition(Flag, Names);
  Port.CudaPath.clear();
  Port.CacheDir.clear();
  for (const FileResult &F : Request.Planned->Result.Files) {
    auto Text = applyEdits(F.OldText, withoutRenames(F.Plan));
    if (!Text)
      return Text.takeError();
    if (*Text != F.OldText)
      Port.Texts[F.Path] = std::move(*Text);
  }
  return Port;
}

Error VerifyRun::readOriginal() {
  if (Request.Planned) {
    Before.Result = Request.Planned->Result;
    Before.Known = Request.Planned->Known;
    for (FileResult &F : Before.Result.Files)
      F.Plan = withoutRenames(std::move(F.Plan));
    return Error::success();
  }
  PortRequest Original = Request.Lint.Port;
  Original.Edits.IsLint = false; // it is ported
  Original.Edits.Rename =
      llvm::any_of(After.Result.Files,
                   [](const FileResult &F) { return isMusaExtension(F.Path); });
  Original.CopyAll = true;
  Original.OutputPath = Request.PortPath;
  if (sys::fs::is_directory(PortRoot)) {
    auto Kept = findLedger(PortRoot);
    if (!Kept)
      return Kept.takeError();
    if (*Kept)
      applyLedgerOptions((*Kept)->Options, Original.Edits);
  }
  auto First = runPort(Original, Names, &Before.Known);
  if (!First)
    return First.takeError();
  Before.Result = std::move(*First);
  return Error::success();
}

Error VerifyRun::readPort() {
  auto Port = Request.Planned ? requestOfPlan() : requestOfPort();
  if (!Port)
    return Port.takeError();
  Port->CopyAll = !Request.Planned;
  auto Second = runPort(*Port, Names, &After.Known);
  if (!Second)
    return Second.takeError();
  After.Result = std::move(*Second);
  return Error::success();
}

void VerifyRun::list(Side &S) {
  for (FileResult &F : S.Result.Files)
    S.Files[F.Relative] = &F;
  for (const OtherResult &O : S.Result.Others) {
    auto Text = readIfThere(O.Path);
    if (O.IsLink || isBookkeeping(O.Relative) || isDocumentName(O.Path) ||
        errorToBool(Text.takeError()) || !*Text ||
        StringRef(**Text).contains('\0'))
      continue;
    FileResult F;
    F.Path = O.Path;
    F.Shown = O.Shown;
    F.Relative = O.Relative;
    F.OldText = std::move(**Text);
    S.Others.push_back(std::move(F));
    S.Files.try_emplace(O.Relative, &S.Others.back());
  }
}

Error VerifyRun::pair() {
  std::map<std::string, std::string> Sources;
  if (Request.Planned) {
    for (const std::string &Path : Before.paths())
      Sources[Path] = Path;
  } else if (sys::fs::is_directory(PortRoot)) {
    auto Kept = findLedger(PortRoot);
    if (!Kept)
      return Kept.takeError();
    if (*Kept)
      for (const auto &[Path, File] : (*Kept)->Files)
        Sources[Path] = File.Source;
  } else if (Before.Files.size() == 1 && After.Files.size() == 1) {
    Sources[After.Files.begin()->first] = Before.Files.begin()->first;
  }
  // Of the original, as they would be in the port.
  auto LinesOf = [](const Side &S) {
    return [&S](StringRef Path) {
      const FileResult &F = *S.Files.at(Path.str());
      auto Text = applyEdits(F.OldText, F.Plan);
      return lineHashes(errorToBool(Text.takeError()) ? F.OldText : *Text);
    };
  };
  Pairs = pairFiles(
      Before.paths(), After.paths(),
      [&](StringRef Path) {
        auto It = Sources.find(Path.str());
        return It == Sources.end() ? "" : It->second;
      },
      LinesOf(Before), LinesOf(After));
  return Error::success();
}

Error VerifyRun::compare(ComparedFile &F) {
  auto How = comparePort(F.Original->OldText, F.Original->Plan, F.Port->OldText,
                         textKindOf(F.Original->Path));
  if (!How)
    return How.takeError();
  F.How = std::move(*How);
  F.Before = factAt(Before.Known.Files, F.Original->Path);
  F.After = factAt(After.Known.Files, F.Port->Path);
  F.IsParsed = F.Original->Parsed && F.Original->ParseProblems.empty() &&
               F.Port->Parsed && F.Port->ParseProblems.empty();
  return Error::success();
}

Error VerifyRun::compare() {
  for (const auto &[Original, Port] : Pairs.Ports) {
    ComparedFile F;
    F.Original = Before.Files[Original];
    F.Port = After.Files[Port];
    Compared.push_back(std::move(F));
  }
  Error Failed = Error::success();
  std::mutex Lock;
  for (ComparedFile &F : Compared)
    Pool.async([&] {
      if (Error E = compare(F)) {
        std::lock_guard Guard(Lock);
        Failed = joinErrors(std::move(Failed), std::move(E));
      }
    });
  Pool.wait();
  return Failed;
}

/// Definitions and files count for the whole tree.
void VerifyRun::judgeNames() {
  StringSet<> DefinedBefore, DefinedAfter;
  for (auto [S, Defined] :
       {std::pair{&Before, &DefinedBefore}, std::pair{&After, &DefinedAfter}})
    for (const auto &[Path, F] : S->Files)
      addDefinedNames(F->OldText, textKindOf(Path), *Defined);
  FileList FilesBefore(Before.paths()), FilesAfter(After.paths());
  for (ComparedFile &F : Compared)
    if (textKindOf(F.Original->Path) == TextKind::Code) {
      judgeConditions(F);
      judgeDefinitions(F, DefinedBefore, DefinedAfter);
    } else {
      judgeSources(*F.Original, *F.Port, FilesBefore, FilesAfter);
    }
}

/// Files that one side alone has.
void VerifyRun::judgeFiles() {
  auto Report = [](FileResult &F, Message What) {
    F.Plan.Findings.clear();
    addFinding(F, 0, 0, std::move(What));
  };
  for (const std::string &Path : Pairs.Extra)
    Report(*After.Files[Path], say(msg::VerifyExtra));
  for (const std::string &Path : Pairs.Missing) {
    FileResult &F = *Before.Files[Path];
    bool IsInput = llvm::any_of(Before.Result.Files,
                                [&](const FileResult &I) { return &I == &F; });
    if (!IsInput) // a port without --copy-all leaves it out
      continue;
    Report(F, say(msg::VerifyMissing, F.Shown));
    Missing.push_back(std::move(F));
  }
}

void VerifyRun::judgeAll() {
  Counts = judge(Compared, Names);
  judgeNames();
  StringMap<FileResult *> Ports;
  for (const auto &[Path, F] : After.Files)
    Ports[F->Path] = F;
  for (ComparedFile &F : Compared) {
    judgeProblems(F, Ports);
    Counts.NotComparable += !F.IsParsed && (F.Before || F.After);
  }
  judgeFiles();
}

/// The port's files with what was found, for the stages of lint.
RunResult VerifyRun::portResult() {
  RunResult Out = std::move(After.Result);
  for (FileResult &F : After.Others)
    if (!F.Plan.Findings.empty())
      Out.Files.push_back(std::move(F));
  llvm::append_range(Out.Files, std::move(Missing));
  for (FileResult &F : Out.Files) {
    F.ParseProblems.clear(); // they are findings now
    llvm::sort(F.Plan.Findings, [](const Finding &A, const Finding &B) {
      return std::tie(A.Where.Offset, A.Where.Length, A.What) <
             std::tie(B.Where.Offset, B.Where.Length, B.What);
    });
  }
  llvm::append_range(Out.Skipped, std::move(Before.Result.Skipped));
  llvm::erase_if(Out.Skipped, [](const SkippedResult &S) {
    return !S.IsError && !S.IsTold; // what a complete tree leaves out
  });
  llvm::sort(Out.Files, [](const FileResult &A, const FileResult &B) {
    return A.Path < B.Path;
  });
  return Out;
}

Error VerifyRun::findRoots() {
  const std::string &Original = Request.Lint.Port.Paths.front();
  for (auto [Path, Root] : {std::pair{&Original, &OriginalRoot},
                            std::pair{&Request.PortPath, &PortRoot}}) {
    SmallString<256> Real;
    if (sys::fs::real_path(*Path, Real))
      return createStringError(inconvertibleErrorCode(),
                               "`" + *Path + "`: no such file or directory");
    *Root = std::string(Real);
  }
  return Error::success();
}

Error VerifyRun::readAll() {
  if (!Request.Planned)
    if (Error E = findRoots())
      return E;
  if (Error E = readPort()) // its names say how the original was ported
    return E;
  if (Error E = readOriginal())
    return E;
  list(Before);
  list(After);
  for (const auto &[Path, F] : After.Files)
    F->Plan = {}; // its place is for what is found here
  if (Error E = pair())
    return E;
  return compare();
}

Expected<VerifyResult> VerifyRun::run() {
  if (Error E = readAll())
    return std::move(E);
  judgeAll();
  auto Lint = siftFindings(Request.Lint, portResult());
  if (!Lint)
    return Lint.takeError();
  return VerifyResult{std::move(*Lint), Counts};
}

} // namespace

TextKind textKindOf(StringRef Path) {
  return fileTypeOf(Path) || isMusaExtension(Path) ? TextKind::Code
                                                   : TextKind::Script;
}

Error compareTrees(const VerifyRequest &Request, const Table &Names,
                   function_ref<Error(const ComparedTrees &)> Use) {
  VerifyRun Run(Request, Names);
  if (Error E = Run.readAll())
    return E;
  return Use(Run.trees());
}

Expected<VerifyResult> runVerify(const VerifyRequest &Request,
                                 const Table &Names) {
  return VerifyRun(Request, Names).run();
}

std::string verifySummary(const VerifyResult &Result) {
  const VerifyCounts &C = Result.Counts;
  unsigned Reported = 0, Disproved = 0;
  for (const LintFinding &F : Result.Lint.Findings) {
    Reported += F.Level != Severity::Note;
    Disproved += F.Level == Severity::Error;
  }
  Message Out = say(msg::VerifySummary, C.Edits, C.Proved, C.ByText, Reported,
                    Disproved, C.NotComparable);
  if (C.ByHand)
    Out.add(say(msg::VerifyByHand, C.ByHand));
  if (C.RenamedNames)
    Out.add(say(msg::VerifyRenamedCount, C.RenamedNames, C.RenamedPlaces));
  return Out.text(Result.Lint.Lang) + '\n';
}

} // namespace musify
