// The names that the project defines, from all files and build scripts.
#include "Build/Port.h"
#include "Driver/Stages.h"
#include "Scan/Torch.h"
#include "llvm/ADT/STLExtras.h"

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
  return C.At == Candidate::Place::Name && C.E &&
         C.E->K == Kind::Namespace && C.E->renames() && !isTorchEntry(C.E);
}

/// `namespace NAME`, which opens it.
bool opens(const Candidate &C, StringRef Text) {
  StringRef Before = Text.take_front(C.Offset).rtrim();
  StringRef After = Text.drop_front(C.Offset + C.Length).ltrim();
  return Before.consume_back("namespace") && !Before.rtrim().ends_with("using") &&
         !After.starts_with(";") && !After.starts_with("=");
}

/// `#define cudaFree(P) musaFree(P)`: the project does what a port would.
bool definesAsTarget(const Candidate &C, StringRef Text) {
  if (!C.MacroName || C.Undefines || C.E->To.empty())
    return false;
  size_t Begin = C.Offset + C.Length, End = Begin;
  do
    End = Text.find('\n', End + 1);
  while (End != StringRef::npos && Text.take_front(End).rtrim('\r').ends_with("\\"));
  return Text.slice(Begin, End).contains(C.E->To);
}

class Builder {
public:
  Builder(const Facts &Known) : Known(Known) {}

  Program run(ArrayRef<LoadedFile> Files, ArrayRef<LoadedScript> Scripts,
              const BuildRules &Rules, const Table &Names);

private:
  void addDefinitions(const LoadedFile &F);
  void addFlags(const LoadedScript &S, const BuildRules &Rules,
                const Table &Names);
  void addPlaces(const LoadedFile &F, unsigned File);
  Entity &macro(const Entry &E);
  void addNamespace(const Candidate &C, const FileFacts *Facts, unsigned File,
                    StringRef Text);

  const Facts &Known;
  /// The first part of what is included from outside of the project.
  StringSet<> Included;
  Program Out;
};

Entity &Builder::macro(const Entry &E) {
  bool Renames = E.renames() || E.S == Status::Unverified;
  return Out.entity(EntityKind::Macro, E.From,
                    {Renames ? E.To.str() : "", E.Config, E.Numeric});
}

/// In MUSA's code nothing is renamed.
bool isPorted(const LoadedFile &F) { return !F.Scan.IsMusa; }

void Builder::addDefinitions(const LoadedFile &F) {
  auto It = Known.Files.find(F.Input->Path);
  const FileFacts *Facts = It == Known.Files.end() ? nullptr : &It->second;
  for (const Binding &B : F.Scan.Bindings)
    Out.noteDeclared(B.Name);
  for (const Candidate &C : F.Scan.Candidates) {
    if (C.MacroName && !C.Undefines)
      Out.noteDeclared(C.Text);
    if (C.MacroName && canBeMacro(C) && isPorted(F))
      macro(*C.E);
    if (C.At != Candidate::Place::Include || !C.E)
      continue;
    auto Fact = Facts ? Facts->Includes.find(C.Offset)
                      : DenseMap<unsigned, IncludeFact>::const_iterator();
    bool IsOwn = Facts && Fact != Facts->Includes.end() &&
                 !Fact->second.Resolved.empty();
    if (!IsOwn)
      Included.insert(C.Text.split('/').first);
  }
}

void Builder::addNamespace(const Candidate &C, const FileFacts *Facts,
                           unsigned File, StringRef Text) {
  std::optional<Owner> Whose;
  if (Facts)
    if (auto It = Facts->Names.find(C.Offset); It != Facts->Names.end())
      Whose = It->second.Whose;
  if (Whose == Owner::User)
    return; // another one, inside of the project's
  bool IsIncluded = Included.contains(C.E->From.split("::").first);
  Out.entity(EntityKind::Namespace, C.E->From,
             {C.E->To.str(), false, false, IsIncluded})
      .Where.push_back({File, C.Offset, C.Length,
                        opens(C, Text) ? Role::Definition : Role::Use, Whose,
                        false, C.MusaCode});
}

void Builder::addFlags(const LoadedScript &S, const BuildRules &Rules,
                       const Table &Names) {
  unsigned File = Out.addFile({S.Input.Path, S.Input.Shown, S.Content.Text});
  for (StringRef Name : definedMacros(S.Content, Rules, Names))
    macro(*Names.findName(Name))
        .Where.push_back({File, unsigned(Name.data() - S.Content.Text.data()),
                          unsigned(Name.size()), Role::Flag});
}

Role roleOf(const Candidate &C) {
  if (C.MacroName)
    return C.Undefines ? Role::Undefinition : Role::Definition;
  bool IsTested = C.InDefined || (C.InCondition && !C.Compared);
  if (C.E->Numeric && (!IsTested || C.ComparedBeside))
    return Role::Number;
  return IsTested ? Role::Test : Role::Use;
}

/// Whose the name is, where a parse saw it; none as well if it is no name that
/// a macro could be.
std::optional<std::optional<Owner>> sight(const Candidate &C,
                                          const FileFacts *Facts) {
  auto Fact = Facts ? Facts->Names.find(C.Offset)
                    : DenseMap<unsigned, NameFact>::const_iterator();
  if (Facts && Fact != Facts->Names.end()) {
    bool IsOther = Fact->second.From == Engine::Ast &&
                   Fact->second.Whose == Owner::User;
    if (IsOther && !C.MacroName)
      return std::nullopt;
    return std::optional(Fact->second.Whose);
  }
  bool MayBe = C.Prefix == Candidate::Before::Nothing ||
               C.Prefix == Candidate::Before::GlobalScope;
  if (!MayBe)
    return std::nullopt;
  return std::optional<Owner>();
}

void Builder::addPlaces(const LoadedFile &F, unsigned File) {
  auto It = Known.Files.find(F.Input->Path);
  const FileFacts *Facts = It == Known.Files.end() ? nullptr : &It->second;
  for (const Candidate &C : F.Scan.Candidates) {
    bool IsOther = C.Prefix == Candidate::Before::Nothing &&
                   isBound(F.Scan, C.Text.split("::").first, C.Offset);
    if (isNamespace(C) && !IsOther)
      addNamespace(C, Facts, File, F.Scan.Text);
    if (!canBeMacro(C))
      continue;
    Entity *E = Out.find(EntityKind::Macro, C.E->From);
    auto Sight = E ? sight(C, Facts) : std::nullopt;
    if (Sight)
      E->Where.push_back({File, C.Offset, C.Length, roleOf(C), *Sight,
                          C.Conditional,
                          C.MusaCode || definesAsTarget(C, F.Scan.Text)});
  }
}

Program Builder::run(ArrayRef<LoadedFile> Files, ArrayRef<LoadedScript> Scripts,
                     const BuildRules &Rules, const Table &Names) {
  for (const LoadedFile &F : Files)
    addDefinitions(F);
  for (const LoadedScript &S : Scripts)
    addFlags(S, Rules, Names);
  for (const LoadedFile &F : Files)
    if (isPorted(F))
      addPlaces(F, Out.addFile({F.Input->Path, F.Input->Shown, F.Scan.Text,
                                F.Input->IsHeader}));
  Out.decide();
  return std::move(Out);
}

} // namespace

Program buildProgram(ArrayRef<LoadedFile> Files, const Facts &Known,
                     ArrayRef<LoadedScript> Scripts, const BuildRules &Rules,
                     const Table &Names) {
  return Builder(Known).run(Files, Scripts, Rules, Names);
}

} // namespace musify
