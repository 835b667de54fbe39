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

using namespace llvm;

namespace musify {
namespace {

/// A member, or a name of PyTorch's that its neighbours make one, is no macro.
bool canBeMacro(const Candidate &C) {
  return C.At == Candidate::Place::Name && C.E &&
         spaceOf(C.E->K) == Space::Identifier && C.E->K != Kind::Member &&
         (C.Spliced || C.E->From == C.Text);
}

/// A namespace of the SDK's, as it is named from outside; PyTorch's are decided
/// by their neighbours.
bool isNamespace(const Candidate &C) {
  return C.At == Candidate::Place::Name && C.E && C.E->K == Kind::Namespace &&
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

/// `#define cudaFree(P) musaFree(P)`: the project does what a port would.
bool definesAsTarget(const Candidate &C, StringRef Text) {
  if (!C.MacroName || C.Undefines || C.E->To.empty())
    return false;
  size_t Begin = C.Offset + C.Length, End = Begin;
  do
    End = Text.find('\n', End + 1);
  while (End != StringRef::npos &&
         Text.take_front(End).rtrim('\r').ends_with("\\"));
  bool Found = false;
  StringRef Value = Text.slice(Begin, End), To = C.E->To;
  To = To.substr(To.rfind(':') + 1);
  forEachRawToken(Value, [&](const clang::Token &Tok, unsigned Offset) {
    Found |= Tok.is(clang::tok::raw_identifier) &&
             Value.substr(Offset, Tok.getLength()) == To;
  });
  return Found;
}

/// Which files are connected by includes: a number for each.
class Groups {
public:
  Groups(ArrayRef<LoadedFile> Files, const Facts &Known)
      : Files(Files), Known(Known), Classes(Files.size()) {
    for (const auto &[I, F] : enumerate(Files)) {
      ByPath[F.Input->Path] = I;
      ByName[sys::path::filename(F.Input->Path)].push_back(I);
    }
    for (const auto &[I, F] : enumerate(Files))
      for (const Candidate &C : F.Scan.Candidates)
        if (C.At == Candidate::Place::Include)
          if (auto Other = included(F, C))
            Classes.join(I, *Other);
    Classes.compress();
  }

  unsigned operator[](size_t File) const { return Classes[File]; }

private:
  std::optional<size_t> included(const LoadedFile &F, const Candidate &C) {
    if (const FileFacts *Mine = factAt(Known.Files, F.Input->Path))
      if (auto *Fact = factAt(Mine->Includes, C.Offset);
          Fact && Fact->isFound())
        return at(Fact->Resolved);
    SmallString<256> Beside(sys::path::parent_path(F.Input->Path));
    sys::path::append(Beside, C.Text);
    sys::path::remove_dots(Beside, /*remove_dot_dot=*/true);
    if (auto Found = at(Beside))
      return Found;
    std::optional<size_t> Only;
    for (size_t I : ByName.lookup(sys::path::filename(C.Text)))
      if (endsWithPath(Files[I].Input->Path, C.Text)) {
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

  ArrayRef<LoadedFile> Files;
  const Facts &Known;
  StringMap<size_t> ByPath;
  StringMap<std::vector<size_t>> ByName;
  IntEqClasses Classes;
};

class Builder {
public:
  Builder(ArrayRef<LoadedFile> Files, const Facts &Known)
      : Files(Files), Known(Known), Group(Files, Known) {}

  Program run(ArrayRef<LoadedScript> Scripts, const BuildRules &Rules,
              const Table &Names);

private:
  void addDefinitions(const LoadedFile &F, unsigned InGroup);
  void addFlags(const LoadedScript &S, const BuildRules &Rules,
                const Table &Names);
  void addPlaces(const LoadedFile &F, unsigned InGroup);
  void addNamespace(const Candidate &C, const FileFacts *Facts, unsigned File,
                    const LoadedFile &F, unsigned InGroup);
  Entity &macro(const Entry &E, unsigned InGroup);
  Entity *macroAt(const Candidate &C, const LoadedFile &F, unsigned InGroup);
  const FileFacts *factsOf(const LoadedFile &F) const {
    return factAt(Known.Files, F.Input->Path);
  }

  ArrayRef<LoadedFile> Files;
  const Facts &Known;
  Groups Group;
  /// Of the files that scripts define a name for: one for each such name.
  static constexpr unsigned OfScripts = ~0u;
  StringMap<std::vector<StringRef>> DefiningScripts; ///< by macro
  /// The first part of what a group includes from outside of the project.
  DenseMap<unsigned, StringSet<>> Included;
  Program Out;
};

Entity &Builder::macro(const Entry &E, unsigned InGroup) {
  bool Renames = E.renames() || E.S == Status::Unverified;
  return Out.entity(EntityKind::Macro, E.From, InGroup,
                    {Renames ? E.To.str() : "", E.Config, E.Numeric});
}

/// In MUSA's code nothing is renamed.
bool isPorted(const LoadedFile &F) { return !F.Scan.IsMusa; }

void Builder::addDefinitions(const LoadedFile &F, unsigned InGroup) {
  const FileFacts *Facts = factsOf(F);
  for (const Binding &B : F.Scan.Bindings)
    Out.noteDeclared(B.Name);
  for (const Candidate &C : F.Scan.Candidates) {
    if (C.MacroName && !C.Undefines)
      Out.noteDeclared(C.Text);
    if (C.MacroName && canBeMacro(C) && isPorted(F) && !macroAt(C, F, InGroup))
      macro(*C.E, InGroup);
    if (C.At != Candidate::Place::Include || !C.E)
      continue;
    auto *Fact = Facts ? factAt(Facts->Includes, C.Offset) : nullptr;
    if (!Fact || Fact->Resolved.empty())
      Included[InGroup].insert(C.Text.split('/').first);
  }
}

void Builder::addFlags(const LoadedScript &S, const BuildRules &Rules,
                       const Table &Names) {
  unsigned File = Out.addFile(
      {S.Input.Path, S.Input.Shown, S.Content.Text, false, S.Input.IsAround});
  for (StringRef Name : definedMacros(S.Content, Rules, Names)) {
    macro(*Names.findName(Name), OfScripts)
        .Where.push_back({File, unsigned(Name.data() - S.Content.Text.data()),
                          unsigned(Name.size()), Role::Flag});
    DefiningScripts[Name].emplace_back(S.Input.Path);
  }
}

/// The entity that the name belongs to here; null if it has none.
Entity *Builder::macroAt(const Candidate &C, const LoadedFile &F,
                         unsigned InGroup) {
  bool ByScript =
      llvm::any_of(DefiningScripts.lookup(C.E->From), [&](StringRef Script) {
        return isBelow(F.Input->Path, sys::path::parent_path(Script));
      });
  return Out.find(EntityKind::Macro, C.E->From, ByScript ? OfScripts : InGroup);
}

void Builder::addNamespace(const Candidate &C, const FileFacts *Facts,
                           unsigned File, const LoadedFile &F,
                           unsigned InGroup) {
  std::optional<Owner> Whose;
  if (auto *Fact = Facts ? factAt(Facts->Names, C.Offset) : nullptr)
    Whose = Fact->Whose;
  if (Whose == Owner::User)
    return; // another one, inside of the project's
  bool IsIncluded = Included[InGroup].contains(C.E->From.split("::").first);
  Out.entity(EntityKind::Namespace, C.E->From, InGroup,
             {C.E->To.str(), false, false, IsIncluded})
      .Where.push_back({File, C.Offset, C.Length,
                        opens(C, F.Scan.Text) ? Role::Definition : Role::Use,
                        Whose, false, C.MusaCode});
}

Role roleOf(const Candidate &C) {
  if (C.MacroName)
    return C.Undefines ? Role::Undefinition : Role::Definition;
  if (C.E->Numeric && (!C.asksForPresence() || C.ComparedBeside))
    return Role::Number;
  return C.asksForPresence() ? Role::Test : Role::Use;
}

/// Whose the name is, where a parse saw it; none as well if it is no name that
/// a macro could be. `IsBound`: the text around declares the name.
std::optional<std::optional<Owner>>
sight(const Candidate &C, const FileFacts *Facts, bool IsBound) {
  if (auto *Fact = Facts ? factAt(Facts->Names, C.Offset) : nullptr) {
    bool IsOther = Fact->From == Engine::Ast && Fact->Whose == Owner::User;
    if (IsOther && !C.MacroName)
      return std::nullopt;
    return std::optional(Fact->Whose);
  }
  bool MayBe = C.Prefix == Candidate::Before::Nothing ||
               C.Prefix == Candidate::Before::GlobalScope;
  if (!MayBe || (IsBound && roleOf(C) == Role::Use))
    return std::nullopt;
  return std::optional<Owner>();
}

void Builder::addPlaces(const LoadedFile &F, unsigned InGroup) {
  unsigned File = Out.addFile({F.Input->Path, F.Input->Shown, F.Scan.Text,
                               F.Input->IsHeader, F.Input->IsAround});
  const FileFacts *Facts = factsOf(F);
  for (const Candidate &C : F.Scan.Candidates) {
    bool IsBound = C.Prefix == Candidate::Before::Nothing &&
                   isBound(F.Scan, C.Text.split("::").first, C.Offset);
    if (isNamespace(C) && !IsBound)
      addNamespace(C, Facts, File, F, InGroup);
    if (!canBeMacro(C))
      continue;
    Entity *E = macroAt(C, F, InGroup);
    auto Sight = E ? sight(C, Facts, IsBound) : std::nullopt;
    if (Sight)
      E->Where.push_back({File, C.Offset, C.Length, roleOf(C), *Sight,
                          C.Conditional,
                          C.MusaCode || definesAsTarget(C, F.Scan.Text)});
  }
}

Program Builder::run(ArrayRef<LoadedScript> Scripts, const BuildRules &Rules,
                     const Table &Names) {
  for (const LoadedScript &S : Scripts)
    addFlags(S, Rules, Names);
  for (const auto &[I, F] : enumerate(Files))
    addDefinitions(F, Group[I]);
  for (const auto &[I, F] : enumerate(Files))
    if (isPorted(F))
      addPlaces(F, Group[I]);
  Out.decide();
  return std::move(Out);
}

} // namespace

Program buildProgram(ArrayRef<LoadedFile> Files, const Facts &Known,
                     ArrayRef<LoadedScript> Scripts, const BuildRules &Rules,
                     const Table &Names) {
  return Builder(Files, Known).run(Scripts, Rules, Names);
}

} // namespace musify
