#include "Driver/Port.h"
#include "Build/Port.h"
#include "Driver/ExitCode.h"
#include "Project/CompileCommand.h"
#include "Rewrite/AstRules/All.h"
#include "Rewrite/ParseUnit.h"
#include "Sdk/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/ThreadPool.h"
#include <map>
#include <mutex>

using namespace llvm;

namespace musify {
namespace {

/// Beyond this size a file is generated data; the lexer alone is used.
constexpr size_t LargestParsed = 8 << 20;

struct LoadedFile {
  const InputFile *Input;
  std::unique_ptr<MemoryBuffer> Buffer;
  ScannedFile Scan;
};

std::string realPath(StringRef Path) {
  SmallString<256> Real;
  return sys::fs::real_path(Path, Real) ? Path.str() : std::string(Real);
}

/// Runs over the stages and owns what they hand on.
class PortRun {
public:
  PortRun(const PortRequest &Request, const Table &Names)
      : Request(Request), Names(Names),
        Pool(hardware_concurrency(Request.Jobs)) {}

  Error run();
  RunResult Result;

private:
  void dropOutputTree();
  void load();
  Error makeCommands();
  void parseAll();
  void parse(std::vector<CompileCommand> Units, const Session &Run);
  bool worthParsing(const LoadedFile &F) const;
  void decideAll(const Session &Run);
  void takeScripts();
  Error portScripts();
  void collect(Plan Merged);
  void collectScript(const InputFile &Input, const Script &S, FilePlan Plan);
  void noteStatus(const Finding &F);

  const PortRequest &Request;
  const Table &Names;
  DefaultThreadPool Pool;
  InputSet Inputs;
  std::vector<LoadedFile> Files;
  std::vector<InputFile> ScriptInputs;
  std::vector<std::unique_ptr<MemoryBuffer>> ScriptBuffers;
  std::vector<Script> Scripts;                     ///< as `ScriptInputs`
  StringMap<std::vector<CompileCommand>> Commands; ///< by real path
  Facts Known;
  /// By main file, then by the number of its unit.
  StringMap<std::map<size_t, std::vector<std::string>>> Problems;
  std::vector<Finding> Found;
  std::mutex Lock;
  unsigned Done = 0, Total = 0;
};

Error PortRun::run() {
  if (Error E = checkMatchers(Names.Rules))
    return E;
  Inputs = collectInputs(Request.Paths, {Request.BuildScripts, Request.CopyAll,
                                         Names.direction(), Request.TakesMusa});
  dropOutputTree();
  if (Request.Excludes)
    llvm::erase_if(Inputs.Files, [&](const InputFile &F) {
      return Request.Excludes(F.Path);
    });
  takeScripts();
  for (const OtherFile &F : Inputs.Others)
    Result.Others.push_back({F.Path, F.Shown, F.Relative, F.IsLink, false});
  for (SkippedPath &S : Inputs.Skipped)
    Result.Skipped.push_back({S.Path, S.Reason, S.IsError});
  if (Error E = makeCommands())
    return E;
  load();
  PreludeCache Preludes(Request.Preludes);
  Session Run(Names, Inputs, Request.CudaPath, Preludes, Request.Edits.Targets);
  if (Request.Parse) {
    CrashRecoveryContext::Enable();
    std::vector<CompileCommand> Sources, Headers;
    for (const LoadedFile &F : Files)
      if (!F.Input->IsHeader && worthParsing(F))
        llvm::append_range(Sources, Commands[F.Input->Path]);
    parse(std::move(Sources), Run);
    // Headers that no unit includes are parsed alone.
    for (const LoadedFile &F : Files)
      if (F.Input->IsHeader && worthParsing(F) &&
          Known.Files[F.Input->Path].CoveredBy.empty())
        llvm::append_range(Headers, Commands[F.Input->Path]);
    parse(std::move(Headers), Run);
  }
  decideAll(Run);
  if (Error E = portScripts())
    return E;
  collect(mergeFindings(std::move(Found)));
  return Error::success();
}

// A second run must not port the output of the first. An output folder that is
// an input itself, or holds one, is where the results lie beside the sources.
void PortRun::dropOutputTree() {
  if (Request.OutputPath.empty() || !sys::fs::is_directory(Request.OutputPath))
    return;
  std::string Tree = realPath(Request.OutputPath) + "/";
  bool Inside = llvm::any_of(Request.Paths, [&](const std::string &Path) {
    std::string Named = realPath(Path) + "/";
    return Tree != Named && StringRef(Tree).starts_with(Named);
  });
  if (!Inside)
    return;
  auto IsInTree = [&](const auto &F) {
    return StringRef(F.Path).starts_with(Tree);
  };
  llvm::erase_if(Inputs.Files, IsInTree);
  llvm::erase_if(Inputs.Others, IsInTree);
}

// Clang has no use for build scripts: they go a way of their own until the
// findings are merged.
void PortRun::takeScripts() {
  for (InputFile &F : Inputs.Files)
    if (F.Script)
      ScriptInputs.push_back(F);
  llvm::erase_if(Inputs.Files, [](const InputFile &F) { return F.Script; });
}

Error PortRun::portScripts() {
  if (ScriptInputs.empty())
    return Error::success();
  std::vector<BuildRule> Loaded;
  Error Faults = Error::success();
  forEachBuiltinBuildRules([&](StringRef Path, StringRef Text) {
    auto Rules = parseBuildRules(Text, Path);
    if (!Rules)
      Faults = joinErrors(std::move(Faults), Rules.takeError());
    else
      llvm::append_range(Loaded, std::move(*Rules));
  });
  if (Faults)
    return Faults;
  BuildRules Rules(std::move(Loaded));

  BuildTree Tree;
  Tree.Rename = Request.Edits.Rename;
  for (const InputFile &F : Inputs.Files)
    if (portedFileName(F.Path, Names.direction()) != F.Path)
      Tree.Sources.push_back(F.Path);
  llvm::erase_if(ScriptInputs, [&](const InputFile &F) {
    auto Buffer = MemoryBuffer::getFile(F.Path);
    if (!Buffer) {
      Result.Skipped.push_back({F.Shown, Buffer.getError().message(), true});
      return true;
    }
    StringRef Text = (*Buffer)->getBuffer();
    Scripts.push_back({F.Path, *F.Script, Text, scanScript(Text, *F.Script)});
    ScriptBuffers.push_back(std::move(*Buffer));
    return false;
  });
  for (const Script &S : Scripts)
    Tree.add(S);
  for (const Script &S : Scripts)
    Pool.async([&, this] {
      auto Mine = portScript(S, Rules, Tree, Names, Request.Edits.Unverified);
      std::lock_guard Guard(Lock);
      llvm::append_range(Found, std::move(Mine));
    });
  Pool.wait();
  for (const BuildRule &R : Rules.all())
    Result.Entries[R.Name] = {statusName(R.S).str(), "build"};
  return Error::success();
}

void PortRun::load() {
  Files.resize(Inputs.Files.size());
  for (auto [F, Input] : zip(Files, Inputs.Files))
    F.Input = &Input;
  for (LoadedFile &F : Files)
    Pool.async([this, &F] {
      auto Buffer = MemoryBuffer::getFile(F.Input->Path);
      if (Buffer) {
        F.Buffer = std::move(*Buffer);
        F.Scan = scanFile(F.Buffer->getBuffer(), Names, Request.Edits.Comments);
        return;
      }
      std::lock_guard Guard(Lock);
      Result.Skipped.push_back(
          {F.Input->Shown, Buffer.getError().message(), true});
    });
  Pool.wait();
  llvm::erase_if(Files, [](const LoadedFile &F) { return !F.Buffer; });
}

Error PortRun::makeCommands() {
  auto FS = vfs::getRealFileSystem();
  if (!Request.BuildDir.empty()) {
    auto Database = loadCompileDatabase(Request.BuildDir, *FS);
    if (!Database)
      return Database.takeError();
    for (CompileCommand &C : *Database) {
      C.File = realPath(C.File);
      Commands[C.File].push_back(std::move(C));
    }
  }
  for (const InputFile &F : Inputs.Files) {
    auto &Mine = Commands[F.Path];
    if (Mine.empty())
      Mine.push_back(inferCommand(F.Path, Inputs.Root, *FS));
    for (CompileCommand &C : Mine) {
      llvm::append_range(C.Flags, Request.ExtraFlags);
      // To Clang the extension says nothing.
      if (isMusaExtension(F.Path) && !llvm::is_contained(C.Flags, "-x"))
        C.Flags.insert(C.Flags.begin(), {"-x", "cuda"});
    }
  }
  return Error::success();
}

// A file where nothing could change needs no parse, unless it includes files
// of the project that do. Rules that only tell look at all code of the device.
bool PortRun::worthParsing(const LoadedFile &F) const {
  if (F.Buffer->getBufferSize() > LargestParsed || !F.Scan.Unreadable.empty())
    return false;
  return llvm::any_of(F.Scan.Candidates, [this](const Candidate &C) {
    return C.At == Candidate::Place::Include ||
           C.At == Candidate::Place::Launch ||
           (C.At == Candidate::Place::Name &&
            (Request.Edits.isLint() || !C.E || C.E->S != Status::Unchanged));
  });
}

void PortRun::parse(std::vector<CompileCommand> Units, const Session &Run) {
  Total += Units.size();
  for (const auto &[Number, Unit] : enumerate(Units))
    Pool.async([this, Number = Number, &Unit = Unit, &Run] {
      {
        std::lock_guard Guard(Lock);
        if (Request.Progress)
          Request.Progress(Done, Total, Unit.File);
      }
      ParseOutcome Outcome = parseUnit(Unit, Run);
      std::lock_guard Guard(Lock);
      ++Done;
      Known.merge(std::move(Outcome.Known));
      Problems[Unit.File][Number] = std::move(Outcome.Problems);
    });
  Pool.wait();
}

void PortRun::decideAll(const Session &Run) {
  for (const LoadedFile &F : Files)
    Pool.async([this, &F, &Run] {
      auto Mine = decide(*F.Input, F.Scan, Known, Run, Request.Edits);
      std::lock_guard Guard(Lock);
      llvm::append_range(Found, std::move(Mine));
    });
  Pool.wait();
}

void PortRun::noteStatus(const Finding &F) {
  if (F.From.Entry.empty() || Result.Entries.count(F.From.Entry))
    return;
  for (Space In :
       {Space::Identifier, Space::Header, Space::Namespace, Space::String})
    if (auto E = Names.find(In, F.From.Entry)) {
      Result.Entries[F.From.Entry] = {statusName(E->S).str(), E->Library.str()};
      return;
    }
}

void PortRun::collectScript(const InputFile &Input, const Script &S,
                            FilePlan Plan) {
  FileResult R;
  R.Path = Input.Path;
  R.Shown = Input.Shown;
  R.Relative = Input.Relative;
  R.OldText = S.Text.str();
  R.Plan = std::move(Plan);
  R.Parsed = true; // nothing for Clang
  for (const auto *List : {&R.Plan.Edits, &R.Plan.Findings})
    for (const Finding &Each : *List)
      noteStatus(Each);
  Result.Files.push_back(std::move(R));
}

void PortRun::collect(Plan Merged) {
  for (LoadedFile &F : Files) {
    FileResult R;
    R.Path = F.Input->Path;
    R.Shown = F.Input->Shown;
    R.Relative = F.Input->Relative;
    R.OldText = F.Buffer->getBuffer().str();
    R.Plan = std::move(Merged.Files[R.Path]);
    auto It = Known.Files.find(R.Path);
    bool Covered = It != Known.Files.end() && !It->second.CoveredBy.empty();
    R.Parsed = Covered || !worthParsing(F);
    for (auto &[Number, Messages] : Problems[R.Path])
      for (std::string &Each : Messages)
        if (!llvm::is_contained(R.ParseProblems, Each))
          R.ParseProblems.push_back(std::move(Each));
    if (!F.Scan.Unreadable.empty())
      Result.Skipped.push_back({R.Shown, F.Scan.Unreadable, true});
    if (R.OldText.size() > LargestParsed && Request.Parse)
      R.ParseProblems.push_back("too large to parse; the lexer did it all");
    for (const auto *List : {&R.Plan.Edits, &R.Plan.Findings})
      for (const Finding &Each : *List)
        noteStatus(Each);
    Result.Files.push_back(std::move(R));
  }
  for (auto [Input, S] : zip(ScriptInputs, Scripts))
    collectScript(Input, S, std::move(Merged.Files[S.Path]));
  llvm::sort(Result.Skipped,
             [](const auto &A, const auto &B) { return A.Path < B.Path; });
}

} // namespace

Expected<RunResult> runPort(const PortRequest &Request, const Table &Names) {
  PortRun Run(Request, Names);
  if (Error E = Run.run())
    return std::move(E);
  return std::move(Run.Result);
}

int exitCodeFor(const RunResult &Result) {
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
