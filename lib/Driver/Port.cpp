#include "Driver/Port.h"
#include "Build/Port.h"
#include "Driver/ExitCode.h"
#include "Driver/UnitParser.h"
#include "Parse/ParseUnit.h"
#include "Parse/Rules/All.h"
#include "Parse/SharedHeaders.h"
#include "Platform/Platform.h"
#include "Project/CompileCommand.h"
#include "Rewrite/MusaCode.h"
#include "Rewrite/NestedSource.h"
#include "Scan/CudaNames.h"
#include "Sdk/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
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
  bool SpeaksMusa = false; ///< to be parsed with MUSA's names
  std::vector<std::unique_ptr<NestedSource>> Nested;
};

std::string realPath(StringRef Path) {
  SmallString<256> Real;
  return sys::fs::real_path(Path, Real) ? Path.str() : std::string(Real);
}

bool isParsable(const ScannedFile &Scan) {
  return Scan.Text.size() <= LargestParsed && Scan.Unreadable.empty();
}

/// A parse for the host sees only half of such a file.
bool asksForDevice(const ScannedFile &Scan) {
  return Scan.Text.contains(sourcePlatform().Macros.Architecture) ||
         (Scan.IsMusa &&
          Scan.Text.contains(targetPlatform().Macros.Architecture));
}

/// Runs over the stages and owns what they hand on.
class PortRun {
public:
  PortRun(const PortRequest &Request, const Table &Names)
      : Request(Request), Names(Names),
        Pool(hardware_concurrency(Request.Jobs)) {
    if (Request.Edits.isLint())
      Back = wayBack(Names, BackImage);
  }

  Error run();
  RunResult Result;

private:
  Error loadCommands();
  Error findRoot();
  void findInputs();
  void dropOutputTree();
  void load();
  void scan(LoadedFile &F);
  void inferCommands();
  void tellUnits(Workspace &Project, Session &Run);
  void findWorthy();
  void findFolders(IncludeGraph &Graph);
  static void shareHeaders(ArrayRef<CompileCommand> Units, IncludeGraph &Graph,
                           Session &Run);
  Error parseAll(Workspace &Project, Session &Run);
  void findNested(const Workspace &Project);
  void parseNested(const Session &Run);
  bool mayChange(const InputFile &File, const ScannedFile &Scan) const;
  bool isWorthParsing(const LoadedFile &F) const {
    return Worthy.contains(F.Input->Path) && isParsable(F.Scan);
  }
  void decideAll(const Workspace &Project);
  void takeScripts();
  void loadScripts();
  Error portScripts();
  void collect(Plan Merged);
  void collectScript(const InputFile &Input, const Script &S, FilePlan Plan);
  void noteStatus(const Finding &F);

  const PortRequest &Request;
  const Table &Names;
  DefaultThreadPool Pool;
  std::string Root; ///< real path; empty: no limit
  std::vector<std::string> Paths;
  InputSet Inputs;
  std::vector<LoadedFile> Files;
  std::string BackImage;
  std::optional<Table> Back; ///< of `musify lint`, which reads MUSA's code too
  std::vector<InputFile> ScriptInputs;
  std::vector<std::unique_ptr<MemoryBuffer>> ScriptBuffers;
  std::vector<Script> Scripts;                     ///< as `ScriptInputs`
  StringMap<std::vector<CompileCommand>> Commands; ///< by real path
  StringSet<> Worthy; ///< files (real paths) that a parse may tell about
  Facts Known;
  std::vector<const NestedSource *> Nested; ///< of all files
  Facts KnownOfNested;
  std::unique_ptr<FactsCache> Cache; ///< null: none
  std::optional<UnitParser> Parser;  ///< none: the lexer alone
  std::vector<Finding> Found;
  std::mutex Lock;
};

Error PortRun::run() {
  if (Error E = checkMatchers(Names.Rules))
    return E;
  if (Error E = loadCommands())
    return E;
  if (Error E = findRoot())
    return E;
  findInputs();
  load();
  PreludeCache Preludes(Request.Preludes);
  Workspace Project(Names, Inputs);
  Session Run(Project, Request.CudaPath, Preludes, Request.Edits.Targets);
  if (Request.Parse)
    if (Error E = parseAll(Project, Run))
      return E;
  findNested(Project);
  if (Request.Parse) {
    parseNested(Run);
    Parser->finish();
  }
  if (Cache)
    Cache->prune();
  decideAll(Project);
  if (Error E = portScripts())
    return E;
  collect(mergeFindings(std::move(Found)));
  return Error::success();
}

Error PortRun::parseAll(Workspace &Project, Session &Run) {
  if (!Request.CacheDir.empty()) {
    auto Opened = FactsCache::open(Request.CacheDir, Request.CacheIdentity);
    if (!Opened)
      return Opened.takeError();
    Cache = std::move(*Opened);
    Result.UsesCache = true;
  }
  isolateCrashes();
  Parser.emplace(Pool, Cache.get(), Request.Progress);
  StringMap<const ScannedFile *> Scans;
  for (const LoadedFile &F : Files)
    Scans[F.Input->Path] = &F.Scan;
  auto ScanOf = [&](StringRef Path) { return Scans.lookup(Path); };
  IncludeGraph Graph(ScanOf, Project.ByFileName);
  inferCommands();
  findWorthy();
  findFolders(Graph);
  tellUnits(Project, Run);
  std::vector<CompileCommand> Sources, Headers;
  for (const LoadedFile &F : Files)
    if (!F.Input->IsHeader && isWorthParsing(F))
      llvm::append_range(Sources, Commands[F.Input->Path]);
  shareHeaders(Sources, Graph, Run);
  Parser->parse(Sources, Run, Known);
  // Headers that no unit includes are parsed alone.
  for (const LoadedFile &F : Files)
    if (F.Input->IsHeader && isWorthParsing(F) &&
        Known.Files[F.Input->Path].CoveredBy.empty())
      llvm::append_range(Headers, Commands[F.Input->Path]);
  shareHeaders(Headers, Graph, Run);
  Parser->parse(Headers, Run, Known);
  return Error::success();
}

/// Only now is it known what reaches a compiler at run time.
void PortRun::findNested(const Workspace &Project) {
  for (LoadedFile &F : Files) {
    auto It = Known.Files.find(F.Input->Path);
    static const DenseSet<unsigned> None;
    const auto &Compiled = It == Known.Files.end() ? None : It->second.Compiled;
    if (Compiled.empty() && !F.Scan.HoldsKernelString)
      continue;
    for (LiteralText &Code : findKernelSources(F.Scan.Text, Compiled)) {
      auto Mine = Commands.find(F.Input->Path);
      ArrayRef<std::string> Flags;
      if (Mine != Commands.end())
        Flags = Mine->second.front().Flags;
      F.Nested.push_back(makeNestedSource(std::move(Code), *F.Input,
                                          F.Nested.size() + 1, Flags, Project,
                                          Request.Edits.Comments));
      Nested.push_back(F.Nested.back().get());
    }
  }
}

void PortRun::parseNested(const Session &Run) {
  std::vector<CompileCommand> Units;
  std::vector<TextUnit> Texts;
  for (const NestedSource *S : Nested)
    Texts.push_back({&S->Unit, &S->File});
  Session Inside = sessionOfTexts(Run, Texts);
  for (const NestedSource *S : Nested) {
    if (!mayChange(S->File, S->Scan))
      continue;
    Units.push_back(S->Unit);
    if (asksForDevice(S->Scan))
      Parser->DeviceFiles.insert(S->File.Path);
  }
  Parser->parse(Units, Inside, KnownOfNested);
  for (LoadedFile &F : Files)
    for (auto &S : F.Nested) {
      auto It = Parser->Problems.find(S->File.Path);
      if (It == Parser->Problems.end() || It->second.begin()->second.empty())
        continue;
      // Templates of source and pieces of it read as anything but what they
      // become.
      S->Problem = It->second.begin()->second.front();
      KnownOfNested.Files.erase(S->File.Path);
    }
}

static std::string currentFolder() {
  SmallString<256> Here;
  return sys::fs::current_path(Here) ? "." : realPath(Here);
}

// The order of the database must not show: commands of one file are sorted,
// and those that only repeat another are dropped.
Error PortRun::loadCommands() {
  if (Request.BuildDir.empty())
    return Error::success();
  auto Database =
      loadCompileDatabase(Request.BuildDir, *vfs::getRealFileSystem());
  if (!Database)
    return Database.takeError();
  for (CompileCommand &C : *Database) {
    C.File = realPath(C.File);
    Commands[C.File].push_back(std::move(C));
  }
  auto Key = [](const CompileCommand &C) {
    return std::tie(C.Flags, C.Directory);
  };
  for (auto &Item : Commands) {
    auto &Mine = Item.second;
    llvm::sort(Mine,
               [&](const auto &A, const auto &B) { return Key(A) < Key(B); });
    Mine.erase(
        llvm::unique(Mine, [&](const auto &A,
                               const auto &B) { return Key(A) == Key(B); }),
        Mine.end());
  }
  return Error::success();
}

Error PortRun::findRoot() {
  if (!Request.Root.empty()) {
    if (!sys::fs::is_directory(Request.Root))
      return createStringError(inconvertibleErrorCode(),
                               "--root `" + Request.Root + "` is no folder");
    Root = realPath(Request.Root);
  } else if (Request.Paths.empty() && !Request.BuildDir.empty()) {
    Root = currentFolder();
    std::vector<StringRef> Files;
    for (const auto &Item : Commands)
      if (sys::fs::exists(Item.first()))
        Files.push_back(Item.first());
    auto IsBelow = [&](StringRef File) {
      return File.starts_with(Root) &&
             (Root.ends_with("/") || File[Root.size()] == '/');
    };
    if (!Files.empty() && llvm::none_of(Files, IsBelow)) {
      Root = sys::path::parent_path(Files.front()).str();
      while (!llvm::all_of(Files, IsBelow))
        Root = sys::path::parent_path(Root).str();
    }
  }
  Paths = Request.Paths;
  if (Paths.empty() && !Root.empty())
    Paths.push_back(Root == currentFolder() ? "." : Root);
  return Error::success();
}

void PortRun::findInputs() {
  InputOptions Options;
  Options.BuildScripts = Request.BuildScripts;
  Options.Others = Request.CopyAll;
  Options.Way = Names.direction();
  Options.TakesMusa = Request.TakesMusa || Request.Edits.isLint();
  Options.Root = Root;
  Options.Exclude = Request.Exclude;
  Options.Excludes = Request.Excludes;
  for (const auto &Item : Commands)
    if (languageFlag(Item.second.front().Flags)) // no assembler
      Options.Sources.insert(Item.first());
  if (!Request.BuildDir.empty()) {
    // Projects have a link to the database of the build folder.
    SmallString<256> Database(Request.BuildDir);
    if (sys::fs::is_directory(Database))
      sys::path::append(Database, "compile_commands.json");
    Options.BuildDir = sys::path::parent_path(realPath(Database)).str();
  }
  Inputs = collectInputs(Paths, Options);
  dropOutputTree();
  takeScripts();
  for (const OtherFile &F : Inputs.Others)
    Result.Others.push_back({F.Path, F.Shown, F.Relative, F.IsLink, false});
  for (SkippedPath &S : Inputs.Skipped)
    Result.Skipped.push_back({S.Path, S.Reason, S.IsError, S.IsBrokenLink});
}

// A second run must not port the output of the first. An output folder that is
// an input itself, or holds one, is where the results lie beside the sources.
void PortRun::dropOutputTree() {
  if (Request.OutputPath.empty() || !sys::fs::is_directory(Request.OutputPath))
    return;
  std::string Tree = realPath(Request.OutputPath) + "/";
  bool Inside = llvm::any_of(Paths, [&](const std::string &Path) {
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

/// Those that cannot be read are told and left out.
void PortRun::loadScripts() {
  std::vector<std::optional<Script>> Read(ScriptInputs.size());
  ScriptBuffers.resize(ScriptInputs.size());
  for (size_t I = 0; I < Read.size(); ++I)
    Pool.async([this, &F = ScriptInputs[I], &Buffer = ScriptBuffers[I],
                &Out = Read[I]] {
      auto File = MemoryBuffer::getFile(F.Path);
      if (!File) {
        std::lock_guard Guard(Lock);
        Result.Skipped.push_back({F.Shown, File.getError().message(), true});
        return;
      }
      Buffer = std::move(*File);
      StringRef Text = Buffer->getBuffer();
      Out = {F.Path, *F.Script, Text, scanScript(Text, *F.Script)};
    });
  Pool.wait();
  std::vector<InputFile> Readable;
  for (auto [F, S] : zip(ScriptInputs, Read))
    if (S) {
      Readable.push_back(std::move(F));
      Scripts.push_back(std::move(*S));
    }
  ScriptInputs = std::move(Readable);
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
  loadScripts();
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

void PortRun::scan(LoadedFile &F) {
  StringRef Text = F.Buffer->getBuffer();
  if (!Back) {
    F.Scan = scanFile(Text, Names, Request.Edits.Comments);
    return;
  }
  EitherScan Either =
      scanEither(F.Input->Path, Text, Names, *Back, Request.Edits.Comments);
  F.Scan = std::move(Either.Scan);
  F.SpeaksMusa = Either.SpeaksMusa;
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
        return scan(F);
      }
      std::lock_guard Guard(Lock);
      Result.Skipped.push_back(
          {F.Input->Shown, Buffer.getError().message(), true});
    });
  Pool.wait();
  llvm::erase_if(Files, [](const LoadedFile &F) { return !F.Buffer; });
}

void PortRun::inferCommands() {
  auto FS = vfs::getRealFileSystem();
  // One for all: headers are shared.
  bool NeedsCxx20 = llvm::any_of(
      Files, [](const LoadedFile &F) { return F.Scan.NeedsCxx20; });
  for (const InputFile &F : Inputs.Files) {
    auto &Mine = Commands[F.Path];
    if (Mine.empty()) {
      Mine.push_back(inferCommand(F.Path, Inputs.Root, *FS, NeedsCxx20));
      Mine.front().Inferred = true;
    }
    for (auto [Number, C] : enumerate(Mine)) {
      llvm::append_range(C.Flags, Request.ExtraFlags);
      // To Clang the extension says nothing.
      if (isMusaExtension(F.Path) && !languageFlag(C.Flags))
        C.Flags.insert(C.Flags.begin(),
                       {"-x", sourcePlatform().Compiler.Language});
      C.Name = C.File;
      if (Number)
        C.Name += " #" + std::to_string(Number + 1);
    }
  }
  for (const LoadedFile &F : Files)
    for (CompileCommand &C : Commands[F.Input->Path])
      C.IsMusa = F.SpeaksMusa;
}

void PortRun::tellUnits(Workspace &Project, Session &Run) {
  Run.Timeout = Request.Timeout;
  Run.MaxMemory = size_t(Request.MaxMemory) << 20;
  for (const LoadedFile &F : Files) {
    if (asksForDevice(F.Scan))
      Parser->DeviceFiles.insert(F.Input->Path);
    for (const CompileCommand &C : Commands.find(F.Input->Path)->second)
      Project.Units[C.Name] = {F.Input->Shown + C.Name.substr(C.File.size()),
                               macroFlags(C.Flags)};
  }
}

/// What no command tells: folders of headers that lie elsewhere in the project.
/// The system's headers go before what is guessed.
void PortRun::findFolders(IncludeGraph &Graph) {
  for (const LoadedFile &F : Files) {
    if (!isWorthParsing(F))
      continue;
    for (CompileCommand &C : Commands[F.Input->Path])
      if (C.Inferred)
        for (const std::string &Folder : Graph.missingFolders(C))
          C.Flags.push_back("-idirafter" + Folder);
  }
}

/// Which units get standard headers precompiled, and which of them.
void PortRun::shareHeaders(ArrayRef<CompileCommand> Units, IncludeGraph &Graph,
                           Session &Run) {
  if (!Run.CudaPath.empty()) // the SDK's own wrappers stand before them
    return;
  std::map<std::vector<std::string>, std::vector<const CompileCommand *>>
      Groups;
  for (const CompileCommand &Unit : Units)
    Groups[libraryFlags(Unit)].push_back(&Unit);
  for (const auto &[Flags, Group] : Groups) {
    std::vector<StandardHeaders> Sets;
    for (const CompileCommand *Unit : Group)
      Sets.push_back(Graph.standardHeaders(*Unit));
    for (const auto &[Unit, Shared] : zip(Group, chooseShared(Sets)))
      Run.SharedHeaders[Unit->Name] = namesOf(Shared);
  }
}

// A rule over the AST may speak about any code, except of a fault of MUSA's
// compiler: that is code of the device.
static bool matchesAnyCode(const CustomRule *R) {
  return !R->Finding || R->Finding->Trap.empty();
}

/// True if a parse could change what is said about the file. Rules that only
/// tell look at all code of the device.
bool PortRun::mayChange(const InputFile &File, const ScannedFile &Scan) const {
  bool AnyCode =
      Scan.IsMusa || llvm::any_of(Names.Rules.matchers(), matchesAnyCode);
  return llvm::any_of(Scan.Candidates, [&](const Candidate &C) {
    switch (C.At) {
    case Candidate::Place::Include:
      return AnyCode || C.ComputedInclude || C.E ||
             looksLikeSdkHeader(C.Text, Names.direction()) ||
             !Names.Rules.named(C.Text).empty();
    case Candidate::Place::Launch:
    case Candidate::Place::String: // where does it go?
      return true;
    case Candidate::Place::Asm:
      return mayBeDeviceCode(File, Scan);
    case Candidate::Place::Name:
      return Request.Edits.isLint() || !C.E || C.E->S != Status::Unchanged;
    default:
      return false;
    }
  });
}

void PortRun::findWorthy() {
  std::vector<IncludingFile> All;
  for (const LoadedFile &F : Files) {
    IncludingFile Mine{F.Input->Path, &F.Scan, F.Input->IsHeader,
                       mayChange(*F.Input, F.Scan), ""};
    for (const CompileCommand &C : Commands[F.Input->Path])
      Mine.Kind +=
          join(languageFlags(C), " ") + join(macroFlags(C.Flags), " ") + "\n";
    All.push_back(std::move(Mine));
  }
  Worthy = filesWorthParsing(All);
}

void PortRun::decideAll(const Workspace &Project) {
  for (const LoadedFile &F : Files)
    Pool.async([this, &F, &Project] {
      auto Mine = decide(*F.Input, F.Scan, Known, Project, Request.Edits);
      for (const auto &S : F.Nested)
        llvm::append_range(Mine,
                           decideNested(*S, *F.Input, F.Scan, KnownOfNested,
                                        Project, Request.Edits));
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

/// The branches that no parse saw, as far as CUDA's names stand in them.
static std::vector<LexerOnlyRegion> lexerOnlyRegions(const ScannedFile &Scan,
                                                     const FileFacts &Known) {
  std::vector<LexerOnlyRegion> Out;
  for (auto [Begin, End] : Known.Unseen.value_or(Ranges())) {
    LexerOnlyRegion R{Begin, std::min(End, unsigned(Scan.Text.size())), 0};
    for (const Candidate &C : Scan.Candidates)
      R.Names += C.Offset >= R.Begin && C.Offset < R.End && !C.MusaCode &&
                 (C.At == Candidate::Place::Name ||
                  (C.At == Candidate::Place::Include && C.E)) &&
                 !Known.Names.contains(C.Offset) &&
                 !Known.Includes.contains(C.Offset);
    if (R.Names)
      Out.push_back(R);
  }
  return Out;
}

void PortRun::collect(Plan Merged) {
  if (Parser) {
    Result.Units = Parser->Units;
    Result.UnitsRecalled = Parser->Recalled;
  }
  for (LoadedFile &F : Files) {
    FileResult R;
    R.Path = F.Input->Path;
    R.Shown = F.Input->Shown;
    R.Relative = F.Input->Relative;
    R.OldText = F.Buffer->getBuffer().str();
    R.Plan = std::move(Merged.Files[R.Path]);
    auto It = Known.Files.find(R.Path);
    bool Covered = It != Known.Files.end() && !It->second.CoveredBy.empty();
    R.Parsed = Covered || !isWorthParsing(F);
    auto Mine = Commands.find(R.Path);
    R.HasCommand = Request.BuildDir.empty() ||
                   (Parser && Parser->HasCommand.contains(R.Path)) ||
                   (Mine != Commands.end() && !Mine->second[0].Inferred) ||
                   (!Request.Parse && F.Input->IsHeader);
    if (Parser)
      for (auto &[Number, Messages] : Parser->Problems[R.Path])
        for (Message &Each : Messages)
          if (!llvm::is_contained(R.ParseProblems, Each))
            R.ParseProblems.push_back(std::move(Each));
    for (auto &S : F.Nested)
      R.Nested.push_back({S->Code, Request.Parse && !S->Problem});
    if (Covered)
      R.LexerOnly = lexerOnlyRegions(F.Scan, It->second);
    if (!F.Scan.Unreadable.empty())
      Result.Skipped.push_back({R.Shown, F.Scan.Unreadable, true});
    if (R.OldText.size() > LargestParsed && Request.Parse)
      R.ParseProblems.push_back(say(msg::FileTooLarge));
    for (const auto *List : {&R.Plan.Edits, &R.Plan.Findings})
      for (const Finding &Each : *List)
        noteStatus(Each);
    Result.Files.push_back(std::move(R));
  }
  for (auto [Input, S] : zip(ScriptInputs, Scripts))
    collectScript(Input, S, std::move(Merged.Files[S.Path]));
  for (const VendoredFolder &V : vendoredFolders(Inputs)) {
    VendoredResult R{V.Path, V.Shown, V.IsSubmodule};
    for (const FileResult &F : Result.Files)
      if (StringRef(F.Path).starts_with(V.Path + "/")) {
        ++R.Files;
        R.Changed += !F.Plan.Edits.empty();
      }
    Result.Vendored.push_back(std::move(R));
  }
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
