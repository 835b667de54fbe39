// Which units are parsed, with which flags, and what they tell.
#include "Driver/ExpectedCost.h"
#include "Driver/PlanPreludes.h"
#include "Driver/ProjectPart.h"
#include "Driver/RunCache.h"
#include "Driver/Stages.h"
#include "Parse/IncludeGraph.h"
#include "Parse/ParseUnit.h"
#include "Platform/Platform.h"
#include "Project/Flags.h"
#include "Project/NearestCommand.h"
#include "Project/TorchPath.h"
#include "Rewrite/MusaCode.h"
#include "Scan/CudaNames.h"
#include "Scan/SplitLaunch.h"
#include "Scan/WholeGuard.h"
#include "Support/PhaseTimes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

class ProjectParser {
public:
  ProjectParser(const PortRequest &Request, ProjectFiles &Found,
                std::vector<LoadedFile> &Files, Workspace &Project,
                DefaultThreadPool &Pool, FactsCache *Cache)
      : Request(Request), Found(Found), Files(Files), Project(Project),
        Part(Request.Part), Cache(Cache), Units(Pool, Cache, Request.Progress) {
  }

  ParsedProject run();

private:
  CompileCommand guessCommand(const LoadedFile &F, bool NeedsCxx20,
                              const NearestCommands &Nearest) const;
  void inferCommands();
  void noteUnits(Session &Run);
  void findWorth();
  void findFolders(IncludeGraph &Graph);
  size_t sizeOf(llvm::StringRef Path) const;
  std::vector<CompileCommand> headersToParse();
  void planSources(std::vector<CompileCommand> &Sources, IncludeGraph &Graph,
                   Session &Run);
  void parseFiles(Session &Run);
  std::vector<const NestedSource *> findNested();
  void parseNested(ArrayRef<const NestedSource *> Nested, const Session &Run);
  bool mayChange(const InputFile &File, const ScannedFile &Scan) const;
  bool mayTell(const InputFile &File, const ScannedFile &Scan) const;

  const PortRequest &Request;
  ProjectFiles &Found;
  std::vector<LoadedFile> &Files;
  Workspace &Project;
  llvm::StringMap<const ScannedFile *> Scans; ///< by path
  ProjectPart Part;
  FactsCache *Cache; ///< may be null
  UnitParser Units;
  ParsedProject Out;
};

/// True if the file has a kernel or a launch of one whatever its macros are:
/// some flag of its build makes it CUDA.
bool holdsKernels(const ScannedFile &Scan) {
  return llvm::any_of(Scan.Candidates, [&](const Candidate &C) {
    if (C.BranchId)
      return false;
    return C.at() == Candidate::Place::Launch ||
           (C.at() == Candidate::Place::Name && C.E &&
            C.Text == sourcePlatform().DeviceWords.front() &&
            !is_contained(Scan.MacrosDefined, C.Text));
  });
}

/// The macro that the whole source stands below: no flag is known that defines
/// it, and without it a parse sees nothing. Those of compilers begin with `_`.
StringRef guardToDefine(const LoadedFile &F) {
  bool IsOutside = llvm::any_of(F.Scan.Candidates, [](const Candidate &C) {
    return !C.BranchId || C.MusaCode;
  });
  if (F.Input->IsHeader || F.Scan.Candidates.empty() || IsOutside)
    return "";
  StringRef Guard = wholeGuard(F.Scan.Text);
  return Guard.starts_with("_") ? "" : Guard;
}

/// A parse for the host sees only half of such a file.
bool asksForDevice(const ScannedFile &Scan) {
  return Scan.Text.contains(sourcePlatform().Macros.Architecture) ||
         (Scan.IsMusa &&
          Scan.Text.contains(targetPlatform().Macros.Architecture));
}

/// True if one of the include directories has headers of PyTorch's that ask for
/// C++20.
bool includesNewTorch(ArrayRef<std::string> Flags, vfs::FileSystem &Disk) {
  return any_of(Flags, [&](StringRef Flag) {
    return Flag.consume_front("-I") && torchNeedsCxx20(Flag, Disk);
  });
}

/// The command of a file that no database has.
CompileCommand
ProjectParser::guessCommand(const LoadedFile &F, bool NeedsCxx20,
                            const NearestCommands &Nearest) const {
  CompileCommand Out = inferCommand(
      F.Input->Path, Found.Inputs.ProjectRoot, *Request.Disk,
      NeedsCxx20 || includesNewTorch(Request.ExtraFlags, *Request.Disk));
  if (const CompileCommand *Near = Nearest.find(F.Input->Path))
    Out = withFlagsOf(*Near, std::move(Out));
  Out.Inferred = true;
  if (holdsKernels(F.Scan) && languageFlag(Out.Flags) == "c++")
    Out.Flags.insert(Out.Flags.end(),
                     {"-x", sourcePlatform().Compiler.Language});
  // A definition of the file's own directory comes last, and wins.
  std::vector<const std::vector<std::string> *> Above;
  for (StringRef Folder = sys::path::parent_path(F.Input->Path);
       Folder.size() >= Found.Inputs.ProjectRoot.size() && Folder.size() > 1;
       Folder = sys::path::parent_path(Folder))
    if (auto It = Found.Definitions.find(Folder); It != Found.Definitions.end())
      Above.push_back(&It->second);
  for (const auto *Flags : reverse(Above))
    llvm::append_range(Out.Flags, *Flags);
  if (StringRef Guard = guardToDefine(F); !Guard.empty())
    Out.Flags.push_back("-D" + Guard.str() + "=1");
  return Out;
}

/// What PyTorch's builder gives to the compiler, before the project's flags.
static void addTorchFlags(const LoadedFile &F, CompileCommand &C) {
  auto Add = [&](const std::vector<std::string> &Flags) {
    C.Flags.insert(C.Flags.begin(), Flags.begin(), Flags.end());
  };
  if (isCudaUnit(C))
    Add(torch().CudaFlags);
  if (F.Scan.Text.contains(torch().ModuleMacro))
    Add(torch().ModuleFlags);
}

void ProjectParser::inferCommands() {
  // A copy: the map of commands grows below.
  std::vector<CompileCommand> Known;
  for (const auto &Item : Found.Commands)
    Known.push_back(Item.second.front());
  NearestCommands Nearest;
  for (const CompileCommand &C : Known)
    Nearest.add(C);
  std::vector<IncludingFile> All;
  for (const LoadedFile &F : Files)
    All.push_back({F.Input->Path, &F.Scan, F.Input->IsHeader,
                   /*Matters=*/false, /*Kind=*/"", F.Input->IsAround});
  StringSet<> InCxx20 = filesInCxx20(All);
  StringSet<> WithTorch = filesLeadingTo(
      All, [](const ScannedFile &Scan) { return Scan.IncludesTorch; });
  std::vector<std::string> ForMusa = musaSwitches(Files);
  for (const LoadedFile &F : Files) {
    StringRef Path = F.Input->Path;
    auto &Mine = Found.Commands[Path];
    if (Mine.empty())
      Mine.push_back(guessCommand(F, InCxx20.contains(Path), Nearest));
    if (Mine.front().Inferred && WithTorch.contains(Path))
      addTorchFlags(F, Mine.front());
    for (auto [Number, C] : enumerate(Mine)) {
      llvm::append_range(C.Flags, Request.ExtraFlags);
      // To Clang the extension says nothing.
      if (isMusaExtension(Path) && !languageFlag(C.Flags))
        C.Flags.insert(C.Flags.begin(),
                       {"-x", sourcePlatform().Compiler.Language});
      C.IsMusa = F.SpeaksMusa;
      if (C.IsMusa && C.Inferred)
        for (const std::string &Macro : ForMusa)
          C.Flags.push_back("-D" + Macro);
      C.Name = C.File;
      if (Number)
        C.Name += " #" + std::to_string(Number + 1);
    }
  }
}

void ProjectParser::noteUnits(Session &Run) {
  Run.Stopped = Request.Stopped;
  Run.Timeout = Request.Timeout;
  Run.MaxMemory = size_t(Request.MaxMemory) << 20;
  Run.Compares = Request.Compares;
  Run.Musa =
      std::make_shared<MusaHeaders>(Project.Names, Request.Edits.MusaVersion);
  for (const LoadedFile &F : Files) {
    if (asksForDevice(F.Scan))
      Units.DeviceFiles.insert(F.Input->Path);
    if (F.Input->IsAround)
      Run.addFile(*F.Input);
    if (mayTell(*F.Input, F.Scan))
      Run.TellingFiles.insert(F.Input->Path);
    if (Request.Texts.contains(F.Input->Path))
      Run.respell(F.Input->Path, F.Scan.Text.str());
    if (hasLaunchesOfNvcc(F.Scan))
      Run.respell(F.Input->Path, withClangLaunches(F.Scan));
    for (CompileCommand &C : Found.Commands.find(F.Input->Path)->second) {
      Project.Units[C.Name] = {F.Input->Shown + C.Name.substr(C.File.size()),
                               macroFlags(C.Flags)};
      if (F.Input->IsUnsaved) { // read from its command
        C.Text = hasLaunchesOfNvcc(F.Scan) ? withClangLaunches(F.Scan)
                                           : F.Scan.Text.str();
        Run.addText({&C, F.Input});
      }
    }
  }
}

/// What no command tells: folders of headers that lie elsewhere in the project.
/// The system's headers go before what is guessed.
void ProjectParser::findFolders(IncludeGraph &Graph) {
  for (const LoadedFile &F : Files) {
    if (!Out.isWorthParsing(F))
      continue;
    for (CompileCommand &C : Found.Commands[F.Input->Path])
      if (C.Inferred)
        for (const std::string &Folder : Graph.missingFolders(C))
          C.Flags.push_back("-idirafter" + Folder);
  }
}

// A rule over the AST may speak about any code, except of a fault of MUSA's
// compiler: that is code of the device.
bool matchesAnyCode(const CustomRule *R) {
  return !R->Finding || R->Finding->Trap.empty();
}

/// True for an unchanged name in code that a device may run otherwise.
bool isOfDevice(StringRef Name) {
  const SourcePlatform &Source = sourcePlatform();
  return is_contained(Source.DeviceWords, Name) || Source.Warp.contains(Name) ||
         Source.Device.LimitWords.contains(Name);
}

/// True if the file may ask a device what it is, so that what becomes of the
/// answer is worth following. MUSA's names are no candidates, and the
/// properties may come from a function of PyTorch.
bool asksForValue(const LoadedFile &F) {
  return F.SpeaksMusa ||
         F.Scan.Text.contains("->" + sourcePlatform().Device.Major) ||
         llvm::any_of(sourcePlatform().Device.CapabilityFields,
                      [&](llvm::StringRef Field) {
                        return F.Scan.Text.contains(Field.split("::").second);
                      }) ||
         llvm::any_of(F.Scan.Candidates, [](const auto &C) {
           return C.at() == Candidate::Place::Name &&
                  sourcePlatform().Device.asks(C.Text);
         });
}

/// True if a parse could change what is said about the file.
bool ProjectParser::mayChange(const InputFile &File,
                              const ScannedFile &Scan) const {
  bool AnyCode = (Scan.IsMusa && mayNameMusa(Scan.Text)) ||
                 llvm::any_of(Project.Names.Rules.matchers(), matchesAnyCode);
  return llvm::any_of(Scan.Candidates, [&](const Candidate &C) {
    switch (C.at()) {
    case Candidate::Place::Include:
      return AnyCode || C.as<place::Include>()->IsMacro || C.E ||
             looksLikeSdkHeader(C.Text, Project.Names.direction()) ||
             !Project.Names.Rules.named(C.Text).empty();
    case Candidate::Place::Launch:
    case Candidate::Place::String: // where does it go?
      return true;
    case Candidate::Place::Asm:
      return mayBeDeviceCode(File, Scan);
    case Candidate::Place::Name:
      return !C.E || C.E->S != Status::Unchanged || isOfDevice(C.Text);
    default:
      return false;
    }
  });
}

/// True if bodies of functions in the file may say something: also to a rule
/// over the AST, which is no reason to parse a file that no unit includes.
bool ProjectParser::mayTell(const InputFile &File,
                            const ScannedFile &Scan) const {
  return mayChange(File, Scan) ||
         llvm::any_of(Project.Names.Rules.matchers(), [&](const CustomRule *R) {
           return matchesAnyCode(R) || mayBeDeviceCode(File, Scan);
         });
}

void ProjectParser::findWorth() {
  std::vector<IncludingFile> All;
  for (const LoadedFile &F : Files) {
    IncludingFile Mine{F.Input->Path,
                       &F.Scan,
                       F.Input->IsHeader,
                       mayChange(*F.Input, F.Scan),
                       "",
                       F.Input->IsAround};
    for (const CompileCommand &C : Found.Commands[F.Input->Path])
      Mine.Kind +=
          join(languageFlags(C), " ") + join(macroFlags(C.Flags), " ") + "\n";
    All.push_back(std::move(Mine));
  }
  Out.Worth = filesWorthParsing(All);
}

size_t ProjectParser::sizeOf(StringRef Path) const {
  const ScannedFile *Scan = Scans.lookup(Path);
  return Scan ? Scan->Text.size() : 0;
}

/// Which sources are parsed, in which order, and what of their headers.
void ProjectParser::planSources(std::vector<CompileCommand> &Sources,
                                IncludeGraph &Graph, Session &Run) {
  PhaseTimer Timer(Phase::Plan);
  inferCommands();
  findWorth();
  Run.FollowsValues = llvm::any_of(Files, asksForValue);
  findFolders(Graph);
  noteUnits(Run);
  for (const LoadedFile &F : Files)
    if (!F.Input->IsHeader && Out.isWorthParsing(F))
      llvm::append_range(Sources, Found.Commands[F.Input->Path]);
  planPreludes(Sources, Graph, Run);
  if (!Request.Part.isWhole())
    Part.choose(Sources, headersToParse(), Graph,
                [&](StringRef Path) { return sizeOf(Path); });
}

/// Commands of the headers that are worth a parse of their own as far as the
/// facts tell: no unit that was parsed covers them.
std::vector<CompileCommand> ProjectParser::headersToParse() {
  std::vector<CompileCommand> Headers;
  for (const LoadedFile &F : Files)
    if (F.Input->IsHeader && Out.isWorthParsing(F) &&
        Part.holds(F.Input->Path) &&
        Out.Known.Files[F.Input->Path].CoveredBy.empty())
      llvm::append_range(Headers, Found.Commands[F.Input->Path]);
  return Headers;
}

void ProjectParser::parseFiles(Session &Run) {
  for (const LoadedFile &F : Files)
    Scans[F.Input->Path] = &F.Scan;
  auto ScanOf = [&](StringRef Path) { return Scans.lookup(Path); };
  IncludeGraph Graph(ScanOf, Project.ByFileName);
  std::vector<CompileCommand> Sources;
  planSources(Sources, Graph, Run);
  Units.HeadersOf = [&](const CompileCommand &Unit) {
    std::vector<std::string> Out = Graph.mayInclude(Unit);
    Units.Costs[Unit.Name] = expectedCost(
        Unit, Out, Graph, [&](StringRef Path) { return sizeOf(Path); });
    llvm::erase_if(Out, [&](const std::string &Path) {
      return !Run.TellingFiles.contains(Path);
    });
    return Out;
  };
  Units.parse(Sources, Run, Out.Known);
  // Headers that no unit includes are parsed alone.
  std::vector<CompileCommand> Headers = headersToParse();
  planPreludes(Headers, Graph, Run);
  if (!Request.Part.isWhole())
    Units.HeadersOf =
        nullptr; // they are parsed with all that the last run asks
  Units.parse(Headers, Run, Out.Known);
  Units.HeadersOf = nullptr;
}

/// Only now is it known what reaches a compiler at run time.
std::vector<const NestedSource *> ProjectParser::findNested() {
  std::vector<const NestedSource *> All;
  for (LoadedFile &F : Files) {
    auto It = Out.Known.Files.find(F.Input->Path);
    static const DenseSet<unsigned> None;
    const auto &Compiled =
        It == Out.Known.Files.end() ? None : It->second.Compiled;
    if (F.Input->IsAround || !Part.holds(F.Input->Path) ||
        (Compiled.empty() && !F.Scan.HoldsKernelString))
      continue;
    for (LiteralText &Code : findKernelSources(F.Scan.Text, Compiled)) {
      auto Mine = Found.Commands.find(F.Input->Path);
      ArrayRef<std::string> Flags;
      if (Mine != Found.Commands.end())
        Flags = Mine->second.front().Flags;
      F.Nested.push_back(makeNestedSource(std::move(Code), *F.Input,
                                          F.Nested.size() + 1, Flags, Project,
                                          Request.Edits.Comments));
      All.push_back(F.Nested.back().get());
    }
  }
  return All;
}

void ProjectParser::parseNested(ArrayRef<const NestedSource *> Nested,
                                const Session &Run) {
  std::vector<CompileCommand> ToParse;
  std::vector<TextUnit> Texts;
  for (const NestedSource *S : Nested)
    Texts.push_back({&S->Unit, &S->File});
  Session Inside = sessionOfTexts(Run, Texts);
  for (const NestedSource *S : Nested) {
    if (!mayChange(S->File, S->Scan))
      continue;
    ToParse.push_back(S->Unit);
    if (asksForDevice(S->Scan))
      Units.DeviceFiles.insert(S->File.Path);
  }
  Units.parse(ToParse, Inside, Out.KnownOfNested);
  for (LoadedFile &F : Files)
    for (auto &S : F.Nested) {
      auto It = Units.Problems.find(S->File.Path);
      if (It == Units.Problems.end() || It->second.begin()->second.empty())
        continue;
      // Templates and pieces of source do not read as what they become.
      S->Problem = It->second.begin()->second.front();
      Out.KnownOfNested.Files.erase(S->File.Path);
    }
}

ParsedProject ProjectParser::run() {
  PreludeCache Preludes(Request.Preludes);
  // A port to CUDA has none; of a port that is compared with its original,
  // nobody asks.
  std::vector<const Architecture *> Targets;
  if (!Project.Names.isReversed() &&
      !(Request.Compares && Request.Edits.IsLint))
    Targets = Request.Edits.targets();
  Session Run(Project, Request.CudaPath, Preludes, Targets);
  keepPreludes(Cache, Run, Preludes);
  if (Request.Parse)
    parseFiles(Run);
  auto Nested = findNested();
  if (Request.Parse) {
    parseNested(Nested, Run);
    Units.finish();
  }
  {
    PhaseTimer Timer(Phase::Merge);
    Out.Known.followValues();
  }
  Out.HasCommand = std::move(Units.HasCommand);
  Out.Problems = std::move(Units.Problems);
  Out.Units = Units.Units;
  Out.Recalled = Units.Recalled;
  Out.Stopped = Units.Stopped;
  return std::move(Out);
}

} // namespace

Expected<ParsedProject> parseProject(const PortRequest &Request,
                                     ProjectFiles &Found,
                                     std::vector<LoadedFile> &Files,
                                     Workspace &Project,
                                     DefaultThreadPool &Pool) {
  auto Cache = openCache(Request, Found);
  if (!Cache)
    return Cache.takeError();
  if (Request.Parse)
    isolateCrashes();
  ParsedProject Out =
      ProjectParser(Request, Found, Files, Project, Pool, Cache->get()).run();
  Out.UsesCache = *Cache != nullptr;
  if (Error E = finishCache(Cache->get(), Request))
    return std::move(E);
  return Out;
}

} // namespace musify
