// The names that the project defines, from all files and build scripts. A
// definition counts for the files that an include connects with its own, and
// that of a script for those below the script's directory.
#include "Build/Port.h"
#include "Driver/Stages.h"
#include "Scan/RawLexer.h"
#include "Scan/Torch.h"
#include "llvm/ADT/IntEqClasses.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

#include <set>

using namespace llvm;

namespace musify {
namespace {

/// A member, or a name of PyTorch's that its neighbours make one, is neither a
/// macro nor anything else at global scope.
bool canBeGlobal(const Candidate &C) {
  return C.at() == Candidate::Place::Name && C.E &&
         spaceOf(C.E->K) == Space::Identifier && C.E->K != Kind::Member &&
         (C.name().Spliced || C.E->From == C.Text);
}

/// A namespace of the SDK's, as it is named from outside; PyTorch's are decided
/// by their neighbours.
bool isNamespace(const Candidate &C) {
  return C.at() == Candidate::Place::Name && C.E && C.E->K == Kind::Namespace &&
         C.E->renames() && !isTorchEntry(C.E);
}

/// `namespace NAME`, which opens it.
bool opens(const Candidate &C, StringRef Text) {
  StringRef Before = Text.take_front(C.Offset).rtrim();
  StringRef After = Text.drop_front(C.Offset + C.Length).ltrim();
  return Before.consume_back("namespace") &&
         !Before.rtrim().ends_with("using") && !After.starts_with(";") &&
         !After.starts_with("=");
}

/// What is behind the name in a `#define`.
StringRef macroValue(const Candidate &C, StringRef Text) {
  size_t Begin = C.Offset + C.Length, End = Begin;
  do
    End = Text.find('\n', End + 1);
  while (End != StringRef::npos &&
         Text.take_front(End).rtrim('\r').ends_with("\\"));
  return Text.slice(Begin, End);
}

/// All of a definition; empty: there is none.
StringRef definition(const Candidate &C, const ScannedFile &Scan) {
  if (C.name().IsMacros)
    return C.name().Undefines ? StringRef() : macroValue(C, Scan.Text);
  const Definition *D = factAt(Scan.Definitions, C.Offset);
  return D ? Scan.Text.slice(D->Whole.first, D->Whole.second) : StringRef();
}

/// `#define cudaFree(P) musaFree(P)`, `using cudaError_t = musaError_t;`: the
/// project does what a port would.
bool definesByTarget(const Candidate &C, const ScannedFile &Scan) {
  StringRef Value = definition(C, Scan), To = lastPart(C.E->To);
  if (Value.empty() || !C.E->renames())
    return false;
  bool Found = false;
  forEachRawToken(Value, [&](const clang::Token &Tok, unsigned Offset) {
    Found |= Tok.is(clang::tok::raw_identifier) &&
             Value.substr(Offset, Tok.getLength()) == To;
  });
  return Found;
}

/// Which files are connected by includes: a number for each.
class Groups {
public:
  Groups(ArrayRef<LoadedFile> Files, ArrayRef<PortedFile> Ported,
         const Facts &Known)
      : Known(Known), Classes(Files.size() + Ported.size()) {
    for (const LoadedFile &F : Files)
      add(F.Input->Path);
    for (const PortedFile &F : Ported)
      add(F.Path);
    for (const auto &[I, F] : enumerate(Files))
      for (const Candidate &C : F.Scan.Candidates)
        if (C.at() == Candidate::Place::Include)
          join(I, included(F, C));
    for (const auto &[I, F] : enumerate(Ported))
      for (const std::string &Include : F.Includes)
        join(Files.size() + I, named(Include, F.Path));
    Classes.compress();
  }

  unsigned operator[](size_t File) const { return Classes[File]; }

private:
  /// A template for a file counts as that file.
  void add(StringRef Path) {
    Path.consume_back(".in");
    ByPath.try_emplace(Path, Paths.size());
    ByName[sys::path::filename(Path)].push_back(Paths.size());
    Paths.push_back(Path);
  }
  void join(size_t File, std::optional<size_t> Other) {
    if (Other)
      Classes.join(File, *Other);
  }
  std::optional<size_t> included(const LoadedFile &F, const Candidate &C) {
    if (const FileFacts *Mine = factAt(Known.Files, F.Input->Path))
      if (auto *Fact = factAt(Mine->Includes, C.Offset);
          Fact && Fact->isFound())
        return at(Fact->Resolved);
    return named(C.Text, F.Input->Path);
  }
  /// Beside the file that includes it, or the only one of that name.
  std::optional<size_t> named(StringRef Include, StringRef From) {
    SmallString<256> Beside(sys::path::parent_path(From));
    sys::path::append(Beside, Include);
    sys::path::remove_dots(Beside, /*remove_dot_dot=*/true);
    if (auto Found = at(Beside))
      return Found;
    std::optional<size_t> Only;
    for (size_t I : ByName.lookup(sys::path::filename(Include)))
      if (endsWithPath(Paths[I], Include)) {
        if (Only)
          return std::nullopt;
        Only = I;
      }
    return Only;
  }
  std::optional<size_t> at(StringRef Path) const {
    auto It = ByPath.find(Path);
    return It == ByPath.end() ? std::nullopt : std::optional(It->second);
  }

  const Facts &Known;
  std::vector<StringRef> Paths; ///< of all files
  StringMap<size_t> ByPath;
  StringMap<std::vector<size_t>> ByName;
  IntEqClasses Classes;
};

class Builder {
public:
  Builder(ArrayRef<LoadedFile> Files, ArrayRef<PortedFile> Ported,
          const Facts &Known)
      : Files(Files), Known(Known), Group(Files, Ported, Known) {}

  Program run(ArrayRef<LoadedScript> Scripts, const BuildRules &Rules,
              const Table &Names);

private:
  void addDefinitions(const LoadedFile &F, unsigned InGroup);
  void addDefinition(const Candidate &C, const LoadedFile &F, unsigned InGroup);
  void addDefined(const Candidate &C, const Definition &D, const LoadedFile &F,
                  unsigned InGroup);
  void noteInclude(const Candidate &C, const LoadedFile &F, unsigned InGroup);
  void addFlags(const LoadedScript &S, const BuildRules &Rules,
                const Table &Names);
  void addPlaces(const LoadedFile &F, unsigned InGroup);
  StringRef namespaceOf(const Candidate &C, const LoadedFile &F,
                        unsigned InGroup);
  using Sight = std::optional<Owner>; ///< absent: no parse saw the place
  std::optional<Sight> sight(const Candidate &C, const LoadedFile &F,
                             unsigned InGroup);
  void addPlace(const Candidate &C, unsigned File, const LoadedFile &F,
                unsigned InGroup, bool ForOthers);
  void addNamespace(const Candidate &C, unsigned File, const LoadedFile &F,
                    unsigned InGroup);
  Entity &global(const Entry &E, unsigned InGroup, StringRef Namespace = "",
                 bool IsIncluded = false);
  Entity *entityAt(const Candidate &C, const LoadedFile &F, unsigned InGroup);
  const FileFacts *factsOf(const LoadedFile &F) const {
    return factAt(Known.Files, F.Input->Path);
  }

  ArrayRef<LoadedFile> Files;
  const Facts &Known;
  Groups Group;
  /// Of the files that scripts define a name for: one for each such name.
  static constexpr unsigned OfScripts = ~0u;
  StringMap<std::vector<StringRef>> DefiningScripts; ///< by macro
  /// By group and name: the namespaces that have an entity of the name.
  std::map<std::pair<unsigned, StringRef>, StringSet<>> Namespaces;
  /// The first part of what a group includes from outside of the project.
  DenseMap<unsigned, StringSet<>> Included;
  Program Out;
};

std::string qualified(StringRef Namespace, StringRef Name) {
  return (Namespace + (Namespace.empty() ? "" : "::") + Name).str();
}

Entity &Builder::global(const Entry &E, unsigned InGroup, StringRef Namespace,
                        bool IsIncluded) {
  return Out.entity(
      EntityKind::Global, qualified(Namespace, E.From), InGroup,
      {E.renames() ? E.To.str() : "", E.Config, E.Numeric, IsIncluded});
}

/// In MUSA's code nothing is renamed.
bool isPorted(const LoadedFile &F) { return !F.Scan.IsMusa; }

/// A parse may know that the text defines a member.
bool definesMember(const Candidate &C, const FileFacts *Facts) {
  auto *Fact = Facts ? factAt(Facts->Names, C.Offset) : nullptr;
  return Fact && !Fact->IsGlobal && !Fact->IsInNamespace;
}

/// What code defines. In a namespace, where `using` may bring in the SDK's, it
/// is the SDK's in turn only if an `#if` chooses; PyTorch has nothing at global
/// scope.
void Builder::addDefined(const Candidate &C, const Definition &D,
                         const LoadedFile &F, unsigned InGroup) {
  bool IsOwn = !D.Namespace.empty() && !C.name().Conditional;
  if (IsOwn || !C.E->renames() || isTorchEntry(C.E) ||
      definesMember(C, factsOf(F)))
    return;
  if (!D.Namespace.empty())
    Namespaces[{InGroup, C.E->From}].insert(D.Namespace);
  if (!entityAt(C, F, InGroup))
    global(*C.E, InGroup, D.Namespace, !Included[InGroup].empty());
}

void Builder::addDefinition(const Candidate &C, const LoadedFile &F,
                            unsigned InGroup) {
  const Definition *D = factAt(F.Scan.Definitions, C.Offset);
  if (!C.name().IsMacros && !D)
    return;
  if (!C.name().Undefines)
    Out.noteDeclared(C.Text);
  if (!canBeGlobal(C) || !isPorted(F))
    return;
  if (D)
    addDefined(C, *D, F, InGroup);
  else if (!entityAt(C, F, InGroup))
    global(*C.E, InGroup);
}

void Builder::noteInclude(const Candidate &C, const LoadedFile &F,
                          unsigned InGroup) {
  if (C.at() != Candidate::Place::Include || !C.E)
    return;
  const FileFacts *Facts = factsOf(F);
  auto *Fact = Facts ? factAt(Facts->Includes, C.Offset) : nullptr;
  if (!Fact || Fact->Resolved.empty())
    Included[InGroup].insert(C.Text.split('/').first);
}

void Builder::addDefinitions(const LoadedFile &F, unsigned InGroup) {
  for (const Binding &B : F.Scan.Bindings)
    Out.noteDeclared(B.Name);
  for (const Candidate &C : F.Scan.Candidates)
    addDefinition(C, F, InGroup);
  for (const Candidate &C : F.Scan.ForOthers)
    addDefinition(C, F, InGroup);
}

void Builder::addFlags(const LoadedScript &S, const BuildRules &Rules,
                       const Table &Names) {
  unsigned File = Out.addFile(
      {S.Input.Path, S.Input.Shown, S.Content.Text, false, S.Input.IsAround});
  for (StringRef Name : definedMacros(S.Content, Rules, Names)) {
    global(*Names.findName(Name), OfScripts)
        .Where.push_back({File, unsigned(Name.data() - S.Content.Text.data()),
                          unsigned(Name.size()), Role::Flag});
    DefiningScripts[Name].emplace_back(S.Input.Path);
  }
}

/// The namespace of the project that has the name at this place, as far as it
/// has an entity of it; else empty.
StringRef Builder::namespaceOf(const Candidate &C, const LoadedFile &F,
                               unsigned InGroup) {
  auto It = Namespaces.find({InGroup, C.E->From});
  if (It == Namespaces.end() || C.name().IsMacros)
    return "";
  auto Known = [&](StringRef Name) {
    return It->second.contains(Name) ? Name : StringRef();
  };
  if (const Definition *D = factAt(F.Scan.Definitions, C.Offset))
    return Known(D->Namespace);
  if (C.name().Prefix == place::Before::Scope)
    return Known(lastPart(C.name().Qualifier));
  if (C.name().Prefix != place::Before::Nothing)
    return "";
  if (const Binding *B = findBinding(F.Scan, C.Text, C.Offset))
    return Known(B->Namespace);
  const FileFacts *Facts = factsOf(F);
  auto *Fact = Facts ? factAt(Facts->Names, C.Offset) : nullptr;
  bool IsOnlyOne = Fact && Fact->Whose == Owner::User && Fact->IsInNamespace &&
                   It->second.size() == 1;
  return IsOnlyOne ? It->second.begin()->first() : StringRef();
}

/// The entity that the name belongs to here; null if it has none.
Entity *Builder::entityAt(const Candidate &C, const LoadedFile &F,
                          unsigned InGroup) {
  bool ByScript =
      llvm::any_of(DefiningScripts.lookup(C.E->From), [&](StringRef Script) {
        return isBelow(F.Input->Path, sys::path::parent_path(Script));
      });
  if (ByScript)
    return Out.find(EntityKind::Global, C.E->From, OfScripts);
  return Out.find(EntityKind::Global,
                  qualified(namespaceOf(C, F, InGroup), C.E->From), InGroup);
}

void Builder::addNamespace(const Candidate &C, unsigned File,
                           const LoadedFile &F, unsigned InGroup) {
  std::optional<Owner> Whose;
  const FileFacts *Facts = factsOf(F);
  if (auto *Fact = Facts ? factAt(Facts->Names, C.Offset) : nullptr)
    Whose = Fact->Whose;
  if (Whose == Owner::User)
    return; // another one, inside of the project's
  bool IsIncluded = Included[InGroup].contains(C.E->From.split("::").first);
  Out.entity(EntityKind::Namespace, C.E->From, InGroup,
             {C.E->To.str(), false, false, IsIncluded})
      .Where.push_back({File,
                        C.Offset,
                        C.Length,
                        opens(C, F.Scan.Text) ? Role::Definition : Role::Use,
                        Whose,
                        {},
                        C.MusaCode});
}

Role roleOf(const Candidate &C, const ScannedFile &Scan) {
  if (C.name().IsMacros)
    return C.name().Undefines ? Role::Undefinition : Role::Definition;
  if (Scan.Definitions.contains(C.Offset))
    return Role::Definition;
  if (C.E->Numeric && (!C.name().asksForPresence() || C.name().ComparedBeside))
    return Role::Number;
  return C.name().asksForPresence() ? Role::Test : Role::Use;
}

std::optional<Extent> branchOf(const Candidate &C, const ScannedFile &Scan) {
  return C.name().Conditional ? std::optional(Scan.BranchExtents[C.BranchId])
                              : std::nullopt;
}

/// Whose the name is, where a parse saw it; none as well if it is another thing
/// than what is defined outside of classes and functions.
std::optional<Builder::Sight>
Builder::sight(const Candidate &C, const LoadedFile &F, unsigned InGroup) {
  bool IsNamespaces = !namespaceOf(C, F, InGroup).empty();
  const FileFacts *Facts = factsOf(F);
  if (auto *Fact = Facts ? factAt(Facts->Names, C.Offset) : nullptr) {
    bool IsMeant = C.name().IsMacros || Fact->From != Engine::Ast ||
                   Fact->IsGlobal || (IsNamespaces && Fact->IsInNamespace);
    return IsMeant ? std::make_optional<Sight>(Fact->Whose) : std::nullopt;
  }
  if (IsNamespaces || roleOf(C, F.Scan) != Role::Use)
    return Sight();
  bool MayBe = C.name().Prefix == place::Before::Nothing ||
               C.name().Prefix == place::Before::GlobalScope;
  auto *Bound = C.name().Prefix == place::Before::Nothing
                    ? findBinding(F.Scan, C.Text, C.Offset)
                    : nullptr;
  bool IsOther = Bound && Bound->Scope != DeclaredIn::Global;
  return MayBe && !IsOther ? std::make_optional<Sight>() : std::nullopt;
}

void Builder::addPlace(const Candidate &C, unsigned File, const LoadedFile &F,
                       unsigned InGroup, bool ForOthers) {
  auto IsBound = [&] {
    return C.name().Prefix == place::Before::Nothing &&
           findBinding(F.Scan, C.Text.split("::").first, C.Offset);
  };
  if (isNamespace(C) && !IsBound())
    addNamespace(C, File, F, InGroup);
  if (!canBeGlobal(C))
    return;
  Entity *E = entityAt(C, F, InGroup);
  auto Seen = E ? sight(C, F, InGroup) : std::nullopt;
  const Definition *D = factAt(F.Scan.Definitions, C.Offset);
  if (Seen)
    E->Where.push_back({File, C.Offset, C.Length, roleOf(C, F.Scan), *Seen,
                        branchOf(C, F.Scan),
                        C.MusaCode || definesByTarget(C, F.Scan), ForOthers,
                        C.name().Conditional && D && D->IsExported});
}

void Builder::addPlaces(const LoadedFile &F, unsigned InGroup) {
  unsigned File = Out.addFile({F.Input->Path, F.Input->Shown, F.Scan.Text,
                               F.Input->IsHeader, F.Input->IsAround});
  for (const Candidate &C : F.Scan.Candidates)
    addPlace(C, File, F, InGroup, /*ForOthers=*/false);
  for (const Candidate &C : F.Scan.ForOthers)
    if (canBeGlobal(C))
      addPlace(C, File, F, InGroup, /*ForOthers=*/true);
}

Program Builder::run(ArrayRef<LoadedScript> Scripts, const BuildRules &Rules,
                     const Table &Names) {
  for (const LoadedScript &S : Scripts)
    addFlags(S, Rules, Names);
  for (const auto &[I, F] : enumerate(Files))
    for (const Candidate &C : F.Scan.Candidates)
      noteInclude(C, F, Group[I]);
  for (const auto &[I, F] : enumerate(Files))
    addDefinitions(F, Group[I]);
  for (const auto &[I, F] : enumerate(Files))
    if (isPorted(F))
      addPlaces(F, Group[I]);
  Out.decide();
  return std::move(Out);
}

} // namespace

/// Calls `Visit` for each place where the project names something of the SDK's
/// as MUSA does, by itself.
static void forEachMapping(const LoadedFile &F,
                           function_ref<void(const Candidate &)> Visit) {
  for (const Candidate &C : F.Scan.Candidates)
    if (canBeGlobal(C) && definesByTarget(C, F.Scan))
      Visit(C);
}

std::vector<std::string> musaSwitches(ArrayRef<LoadedFile> Files) {
  if (llvm::all_of(Files, [](const LoadedFile &F) {
        return F.Scan.MusaSwitches.empty();
      }))
    return {}; // most projects
  std::set<std::string> Out;
  auto Add = [&](const LoadedFile &F, const Candidate &C) {
    if (auto *Mine = factAt(F.Scan.MusaSwitches, C.BranchId))
      Out.insert(Mine->begin(), Mine->end());
  };
  StringSet<> Mapping; // names of files
  for (const LoadedFile &F : Files)
    forEachMapping(F, [&](const Candidate &C) {
      Mapping.insert(sys::path::filename(F.Input->Path));
      Add(F, C);
    });
  for (const LoadedFile &F : Files)
    for (const Candidate &C : F.Scan.Candidates)
      if (C.at() == Candidate::Place::Include &&
          Mapping.contains(sys::path::filename(C.Text)))
        Add(F, C);
  for (const LoadedFile &F : Files)
    for (StringRef Macro : F.Scan.MacrosDefined)
      Out.erase(Macro.str());
  return {Out.begin(), Out.end()};
}

Program buildProgram(ArrayRef<LoadedFile> Files, ArrayRef<PortedFile> Ported,
                     const Facts &Known, ArrayRef<LoadedScript> Scripts,
                     const BuildRules &Rules, const Table &Names) {
  Program Out = Builder(Files, Ported, Known).run(Scripts, Rules, Names);
  for (const std::string &Macro : musaSwitches(Files))
    Out.Switches.push_back("`" + Macro + "`");
  return Out;
}

} // namespace musify
