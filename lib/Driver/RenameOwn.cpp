// The names that the project itself declares, after those of the SDK.
//
//   port --mapping: all files are renamed where they are
//   port --beside:  files about CUDA get a copy, the others are shared
#include "Beside/Code.h"
#include "Beside/Script.h"
#include "Beside/Share.h"
#include "Driver/Stages.h"
#include "Rename/BesideWords.h"
#include "Rename/Words.h"
#include "Scan/Torch.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

bool isUntouchedNowhere(unsigned) { return false; }

class OwnRenamer {
public:
  OwnRenamer(const PortRequest &Request, ArrayRef<LoadedFile> Files,
             ArrayRef<LoadedScript> Scripts, const Table &Names, Plan &Merged)
      : Request(Request), Files(Files), Scripts(Scripts), Names(Names),
        Merged(Merged), Rules(Request.Renames) {
    if (Request.Beside) // a person's own rules count more
      Rules.insert(Rules.begin(), besideRenames().begin(),
                   besideRenames().end());
  }

  OwnRenames run();

private:
  bool isCopied(const LoadedFile &F) const;
  void choosePaths();
  void findSibling(const InputFile &F);
  /// True for MUSA's side, as far as the project has it.
  bool isSibling(const InputFile &F) const {
    return Siblings.contains(F.Relative) || namesTarget(F.Relative);
  }
  void leaveToSibling(const InputFile &F);
  void keepPaths();
  bool isShared(const LoadedFile &F) const {
    return Request.Beside && !F.Input->IsAround && !isSibling(*F.Input) &&
           !Decided.Paths.count(F.Input->Relative);
  }
  void collectShared(const LoadedFile &F, NamesInCode &Shared);
  void collectCounterparts();
  void collectTypes(NamesInCode &Shared);
  void collectEnumerators(const LoadedFile &F);
  void collectNames();
  void chooseSwitch();
  void countDefinitions();
  void rename();
  void reportNames();
  void share(const LoadedFile &F);
  void reportTwice(const LoadedFile &F);
  bool hasNoCopy(const InputFile &Script, StringRef Path) const;
  bool changesWords(StringRef Name) const {
    return renameWords(Name, Rules, RenameRule::Names) != Name;
  }
  FilePlan &planOf(const InputFile &F) { return Merged.Files[F.Path]; }

  const PortRequest &Request;
  ArrayRef<LoadedFile> Files;
  ArrayRef<LoadedScript> Scripts;
  const Table &Names;
  Plan &Merged;
  std::vector<RenameRule> Rules;
  RenameDecisions Decided;
  NamesInCode Known, Copies;
  StringSet<> Counted; ///< enumerators before one that counts them
  /// Paths of copies that the project has already, and of their originals.
  StringSet<> Siblings, HasSibling;
  /// Guards for each macro of the project in shared code, by value or not.
  std::map<std::pair<std::string, bool>, unsigned> Switches;
  BackendSwitch Switch;
  StringMap<unsigned> Definitions; ///< files that define the function
  OwnRenames Out;
};

/// True if the edit is about a question such as `x.is_cuda()`.
bool asksForDevice(const Finding &F, const Table &Names) {
  auto E = Names.findName(F.From.Entry);
  return isTorchEntry(E) && (E->K == Kind::Member || E->K == Kind::Variable ||
                             E->K == Kind::Enumerator);
}

/// A file that is about CUDA: its name says so, or its code.
bool OwnRenamer::isCopied(const LoadedFile &F) const {
  const std::string &Path = F.Input->Relative;
  if (namesOtherVendor(Path) || namesTarget(Path))
    return false;
  if (renamedPath(Path, Rules, true) != Path)
    return true;
  auto Plan = Merged.Files.find(F.Input->Path);
  return Plan != Merged.Files.end() &&
         needsCopy(
             F.Scan.Text, Plan->second,
             [&](StringRef Name) { return changesWords(Name); },
             [&](const Finding &E) { return asksForDevice(E, Names); });
}

/// Where each file goes, if that is not where a port puts it anyway.
void OwnRenamer::choosePaths() {
  auto Add = [&](const InputFile &F) {
    std::string New = renamedPath(F.Relative, Rules, Request.Edits.Rename);
    std::string Usual = Request.Edits.Rename
                            ? portedFileName(F.Relative, Direction::CudaToMusa)
                            : F.Relative;
    if (!F.IsAround && (New != Usual || New != F.Relative))
      Decided.Paths[F.Relative] = New;
  };
  for (const LoadedFile &F : Files)
    if (!Request.Beside)
      Add(*F.Input);
    else if (!F.Input->IsAround && !F.Scan.IsMusa && isCopied(F))
      Decided.Paths[F.Input->Relative] = siblingPath(F.Input->Relative, Rules);
  for (const LoadedScript &S : Scripts)
    if (!Request.Beside ||
        (renamedPath(S.Input.Relative, Rules, true) != S.Input.Relative &&
         !namesOtherVendor(S.Input.Relative) && !namesTarget(S.Input.Relative)))
      Add(S.Input);
  if (!Request.Beside)
    return;
  for (const LoadedFile &F : Files)
    findSibling(*F.Input);
  for (const LoadedScript &S : Scripts)
    findSibling(S.Input);
}

/// A copy of the file that an earlier port made, or a person, is theirs: it
/// stays, or an update merges into it.
void OwnRenamer::findSibling(const InputFile &F) {
  auto It = Decided.Paths.find(F.Relative);
  StringRef Root = F.Path;
  if (It == Decided.Paths.end() || !Root.consume_back(F.Relative))
    return;
  auto Text = readPlainFile((Root + It->second).str());
  if (!Text)
    return;
  if (!Request.MergedCopies.count(It->second))
    HasSibling.insert(F.Relative);
  Siblings.insert(It->second);
  addNames((*Text)->getBuffer(), Copies);
}

void OwnRenamer::leaveToSibling(const InputFile &F) {
  FilePlan &Mine = planOf(F);
  Mine = {};
  Mine.Findings.push_back(makeFinding(
      {F.Path, 0, 0}, say(msg::HasSibling, Decided.Paths.at(F.Relative)), {}));
}

/// Names of shared code; what only a guard for CUDA sees is CUDA's.
void OwnRenamer::collectShared(const LoadedFile &F, NamesInCode &Shared) {
  std::string Rest = F.Scan.Text.str();
  for (const Guard &G : findGuards(Rest, [&](StringRef Name) {
         return changesWords(Name) && !Names.findName(Name);
       })) {
    if (!G.HasElse)
      ++Switches[{G.Macro.str(), G.ByValue}];
    StringRef Body = StringRef(Rest).slice(G.Body.Begin, G.Body.End);
    addNames(Body, Known);
    std::fill(Rest.begin() + G.Body.Begin, Rest.begin() + G.Body.End, ' ');
  }
  addNames(Rest, Shared);
}

/// Shared functions and macros that are about CUDA get names for MUSA; those
/// that use them are about CUDA as well.
void OwnRenamer::collectCounterparts() {
  for (bool HasNew = true; HasNew;) {
    HasNew = false;
    for (const LoadedFile &F : Files)
      if (isShared(F))
        findCounterparts(
            {F.Input->Path, F.Scan.Text, planOf(*F.Input)},
            [&](StringRef Name) {
              return changesWords(Name) && !Names.findName(Name);
            },
            [&](StringRef Name) { return Known.Declared.contains(Name); },
            [&](StringRef Name) {
              HasNew |= Known.Declared.insert(Name).second;
            });
  }
}

/// In a port beside, what shared code declares keeps its name, but what is
/// about CUDA, and enumerators: they get one for MUSA beside theirs.
void OwnRenamer::collectNames() {
  NamesInCode Shared;
  for (const LoadedFile &F : Files)
    if (isShared(F))
      collectShared(F, Shared);
    else if (!Request.Beside || !isSibling(*F.Input))
      addNames(F.Scan.Text,
               Request.Beside && F.Input->IsAround ? Shared : Known);
  if (Request.Beside)
    collectCounterparts();
  for (const LoadedFile &F : Files)
    if (isShared(F))
      collectEnumerators(F);
  Known.InCopies = std::move(Copies.Used);
  for (const auto &Name : Shared.Used)
    Known.Used.insert(Name.getKey());
  for (const auto &Name : Shared.Tested)
    Known.Tested.insert(Name.getKey());
  for (const auto &Name : Shared.Declared)
    if (!Known.Declared.contains(Name.getKey()))
      Known.Tested.erase(Name.getKey());
  Known.Elsewhere = std::move(Shared.Declared);
  collectTypes(Shared);
}

/// A type that shared code alone defines is one type for both, even if a copy
/// declares it or gives the name to something else.
void OwnRenamer::collectTypes(NamesInCode &Shared) {
  if (!Request.Beside)
    return;
  for (const auto &Name : Shared.Types)
    if (!Known.Types.contains(Name.getKey()))
      Known.Declared.erase(Name.getKey());
  Known.SharedTypes = std::move(Shared.Types);
}

/// A company's name, as in `CPU_NVIDIA`, is about CUDA if CUDA's code uses it.
/// Without a macro that chooses, none is added where another one counts.
void OwnRenamer::collectEnumerators(const LoadedFile &F) {
  for (const Enumeration &E : findEnumerations(F.Scan.Text))
    for (StringRef Name : E.Names) {
      bool IsAbout = renameWords(Name, Rules, RenameRule::Strings) != Name ||
                     Known.Used.contains(Name);
      if (E.TakesOne && IsAbout && Known.Declared.insert(Name).second &&
          !E.Counter.empty())
        Counted.insert(Name);
    }
}

/// The macro that most guards ask for.
void OwnRenamer::chooseSwitch() {
  unsigned Most = 0;
  for (const auto &[Key, Count] : Switches)
    if (Count > Most && Decided.Names.count(Key.first)) {
      Most = Count;
      Switch = {Key.first, Key.second};
    }
  if (Switch.Macro.empty())
    for (const auto &Name : Counted)
      Decided.Names.erase(Name.getKey().str());
}

/// Reports at the first place of each name.
void OwnRenamer::reportNames() {
  StringSet<> Reported;
  for (const LoadedFile &F : Files) {
    if (F.Input->IsAround)
      continue;
    auto Report = [&](StringRef Name, unsigned Offset, Message What) {
      if (Reported.insert(Name).second)
        planOf(*F.Input).Findings.push_back(
            makeFinding({F.Input->Path, Offset, unsigned(Name.size())},
                        std::move(What), {}));
    };
    forEachNameIn(F.Scan.Text, [&](StringRef Name, unsigned Offset) {
      if (auto It = Decided.Collisions.find(Name.str());
          It != Decided.Collisions.end())
        Report(Name, Offset, say(msg::OwnNameTaken, Name, It->second));
      else if (auto To = Decided.Names.find(Name.str());
               To != Decided.Names.end() && Known.Exported.contains(Name))
        Report(Name, Offset, say(msg::OwnNameExported, Name, To->second));
    });
  }
}

/// Counts who defines each function: what two files define is never in one
/// program.
void OwnRenamer::countDefinitions() {
  for (const LoadedFile &F : Files)
    if (!F.Input->IsHeader)
      for (const DefinedFunction &D : findFunctions(F.Scan.Text))
        ++Definitions[D.Name];
}

/// What both backends would define.
void OwnRenamer::reportTwice(const LoadedFile &F) {
  auto IsRenamed = [&](StringRef Name) {
    return Decided.Names.count(Name.str()) != 0;
  };
  if (F.Input->IsHeader)
    return;
  for (const DefinedFunction &D : findFunctions(F.Scan.Text))
    if (!IsRenamed(D.Name) && llvm::none_of(D.Namespaces, IsRenamed) &&
        Definitions[D.Name] == 1)
      planOf(*F.Input).Findings.push_back(
          makeFinding({F.Input->Path, D.Offset, unsigned(D.Name.size())},
                      say(msg::DefinedTwice, D.Name), {}));
}

void OwnRenamer::share(const LoadedFile &F) {
  FilePlan &Mine = planOf(*F.Input);
  if (namesOtherVendor(F.Input->Relative)) {
    Mine = {};
    return;
  }
  Mine = shareCode({F.Input->Path, F.Scan.Text, Mine}, Decided, Switch);
}

/// True if the script means a file that no copy is made of, or the template
/// that makes it.
bool OwnRenamer::hasNoCopy(const InputFile &Script, StringRef Path) const {
  StringRef Root = Script.Path;
  if (!Path.contains('.') || !Root.consume_back(Script.Relative))
    return false;
  std::string Folder = sys::path::parent_path(Script.Path).str() + "/";
  for (const std::string &From : {Folder, Root.str()})
    for (StringRef Suffix : {"", ".in"}) {
      std::string Full = (From + Path + Suffix).str();
      StringRef Relative = Full;
      if (sys::fs::is_regular_file(Full) && Relative.consume_front(Root) &&
          !Decided.Paths.count(Relative.str()))
        return true;
    }
  return false;
}

void OwnRenamer::rename() {
  Renamer R(Decided, Rules, Known, Names);
  for (const LoadedFile &F : Files) {
    if (F.Input->IsAround || F.Scan.IsMusa)
      continue;
    if (Request.Beside && isSibling(*F.Input)) {
      planOf(*F.Input) = {};
      continue;
    }
    if (HasSibling.contains(F.Input->Relative)) {
      leaveToSibling(*F.Input);
      continue;
    }
    auto IsLeftAlone = [&](unsigned At) { return isUntouched(F.Scan, At); };
    bool IsCopy = Request.Beside && Decided.Paths.count(F.Input->Relative);
    R.renameCode({F.Input->Path, F.Scan.Text, IsLeftAlone, IsCopy,
                  Request.Beside && !IsCopy},
                 planOf(*F.Input));
    if (!Request.Beside)
      continue;
    if (IsCopy) {
      Out.Copies.insert(F.Input->Relative);
      reportTwice(F);
    } else {
      share(F);
    }
  }
  for (const LoadedScript &S : Scripts) {
    if (S.Input.IsAround)
      continue;
    if (HasSibling.contains(S.Input.Relative)) {
      leaveToSibling(S.Input);
      continue;
    }
    FilePlan &Mine = planOf(S.Input);
    bool IsCopy = Request.Beside && Decided.Paths.count(S.Input.Relative);
    R.renameScript({S.Input.Path, S.Content.Text, isUntouchedNowhere, IsCopy,
                    Request.Beside && !IsCopy,
                    [&](StringRef Path) { return hasNoCopy(S.Input, Path); }},
                   Mine);
    if (Request.Beside &&
        (isSibling(S.Input) || namesOtherVendor(S.Input.Relative)))
      Mine = {};
    else if (IsCopy)
      Out.Copies.insert(S.Input.Relative);
    else if (Request.Beside)
      Mine = shareScript({{S.Input.Path, S.Content.Text, Mine},
                          S.Content.Syntax,
                          S.Content.Scan},
                         Rules);
  }
}

/// What has its copy already, and MUSA's side, stays where it is.
void OwnRenamer::keepPaths() {
  auto Keep = [&](const InputFile &F) {
    if (HasSibling.contains(F.Relative) || isSibling(F))
      Decided.Paths[F.Relative] = F.Relative;
  };
  for (const LoadedFile &F : Files)
    Keep(*F.Input);
  for (const LoadedScript &S : Scripts)
    Keep(S.Input);
}

OwnRenames OwnRenamer::run() {
  choosePaths();
  collectNames();
  decideNames(Known, Rules, Names, Decided);
  chooseSwitch();
  countDefinitions();
  rename();
  reportNames();
  if (Request.Beside)
    keepPaths();
  Out.Paths = std::move(Decided.Paths);
  return std::move(Out);
}

} // namespace

OwnRenames renameOwn(const PortRequest &Request, ArrayRef<LoadedFile> Files,
                     ArrayRef<LoadedScript> Scripts, const Table &Names,
                     Plan &Merged) {
  bool HasRenames = Request.Beside || !Request.Renames.empty();
  if (!HasRenames || Request.Edits.IsLint || Names.isReversed())
    return {};
  return OwnRenamer(Request, Files, Scripts, Names, Merged).run();
}

} // namespace musify
