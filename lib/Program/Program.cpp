#include "Program/Program.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

static bool isDefinition(const Occurrence &O) {
  return O.Does == Role::Definition || O.Does == Role::Flag;
}

const Occurrence *Entity::definition() const {
  auto It = llvm::find_if(Where, isDefinition);
  return It == Where.end() ? nullptr : &*It;
}

static bool isForTarget(const Occurrence &O) {
  return isDefinition(O) && O.TargetOnly;
}

const Occurrence *Entity::deciding() const {
  auto It = llvm::find_if(Where, isForTarget);
  return It == Where.end() ? definition() : &*It;
}

std::string Program::key(EntityKind Kind, StringRef Name, unsigned Group) {
  return (Kind == EntityKind::Global ? "#" : ":") + std::to_string(Group) +
         " " + Name.str();
}

unsigned Program::addFile(File F) {
  FileByPath[F.Path] = Files.size();
  Files.push_back(std::move(F));
  return Files.size() - 1;
}

Entity &Program::entity(EntityKind Kind, StringRef Name, unsigned Group,
                        const KnownName &Known) {
  auto [It, IsNew] = Items.try_emplace(key(Kind, Name, Group));
  Entity &E = It->second.E;
  if (IsNew) {
    E.Name = Name.str();
    E.Kind = Kind;
    E.NewName = Known.NewName;
    It->second.Known = Known;
  }
  return E;
}

Entity *Program::find(EntityKind Kind, StringRef Name, unsigned Group) {
  auto It = Items.find(key(Kind, Name, Group));
  return It == Items.end() ? nullptr : &It->second.E;
}

/// What no header and no flag defines, and no file exports, is seen by the
/// files that define it; elsewhere the name is another thing.
void Program::keepVisible(Entity &E) const {
  if (E.Kind != EntityKind::Global)
    return;
  DenseSet<unsigned> Defining;
  for (const Occurrence &O : E.Where) {
    if (O.Does == Role::Flag || O.IsExported ||
        (O.Does == Role::Definition && Files[O.File].IsHeader))
      return;
    if (O.Does == Role::Definition || O.Does == Role::Undefinition)
      Defining.insert(O.File);
  }
  llvm::erase_if(
      E.Where, [&](const Occurrence &O) { return !Defining.contains(O.File); });
}

/// What an `#if` defines, and nobody outside of that branch uses or asks for.
/// If nobody does at all, it goes with the rest of the branch: another vendor's
/// is no concern of the port.
static bool staysInBranch(const Entity &E, const Occurrence &Defined) {
  auto [Begin, End] = *Defined.Branch;
  bool IsUsed = false;
  for (const Occurrence &O : E.Where) {
    if (isDefinition(O))
      continue;
    if (O.File != Defined.File || O.Offset < Begin || O.Offset >= End)
      return false;
    IsUsed = true;
  }
  return IsUsed || Defined.ForOthers;
}

/// A definition that holds always where no parse told whose the name is: beside
/// the SDK's headers it stands in for the SDK's.
static bool standsIn(const Entity &E, const Occurrence &O,
                     const KnownName &Known) {
  if (O.Branch)
    return !staysInBranch(E, O);
  return E.Kind == EntityKind::Global &&
         (O.Whose ? *O.Whose != Owner::User : Known.IsIncluded);
}

/// The name means the SDK's at some of its places, or may.
static bool isAlsoSdks(const Entity &E, const KnownName &Known) {
  if (E.Kind == EntityKind::Namespace && Known.IsIncluded)
    return true;
  return llvm::any_of(E.Where, [&](const Occurrence &O) {
    switch (O.Does) {
    case Role::Definition:
      return standsIn(E, O, Known);
    case Role::Undefinition:
      return true;
    case Role::Use:
      return O.Whose == Owner::Sdk ||
             (O.Whose == Owner::Ambiguous && E.Kind == EntityKind::Global);
    default:
      return false;
    }
  });
}

/// Wherever the project defines it, the SDK declares it too.
static bool onlyRepeats(const Entity &E) {
  return E.Kind == EntityKind::Global &&
         llvm::all_of(E.Where, [](const Occurrence &O) {
           return !isDefinition(O) || O.Whose == Owner::Sdk;
         });
}

void Program::decide(Item &I) {
  Entity &E = I.E;
  auto Is = [&](Fate F, Reason Why) {
    E.F = F;
    E.Why = Why;
  };
  bool IsMapped = llvm::any_of(E.Where, isForTarget);
  if (IsMapped)
    Is(Fate::Stays, Reason::MapsItself);
  else if (I.Known.Configures)
    Is(Fate::Moves, Reason::Configures);
  else if (E.definition() && !I.Known.Numeric && !isAlsoSdks(E, I.Known))
    Is(Fate::Stays, Reason::Own);
  else if (E.NewName.empty())
    return;
  else if (I.Known.Numeric)
    Is(Fate::Stays, Reason::Number);
  else if (E.definition() && onlyRepeats(E))
    Is(Fate::Moves, Reason::Repeats);
  else
    Is(Fate::Moves, Reason::InTurn);
}

void Program::decide() {
  ByFile.resize(Files.size());
  for (auto &Each : Items) {
    Item &I = Each.second;
    llvm::sort(I.E.Where, [](const Occurrence &A, const Occurrence &B) {
      return std::tie(A.File, A.Offset) < std::tie(B.File, B.Offset);
    });
    keepVisible(I.E);
    decide(I);
    for (const Occurrence &O : I.E.Where)
      ByFile[O.File][O.Offset] = &I.E;
  }
}

const Program::Places *Program::placesIn(StringRef Path) const {
  auto File = FileByPath.find(Path);
  if (File == FileByPath.end() || ByFile.empty() ||
      ByFile[File->second].empty())
    return nullptr;
  return &ByFile[File->second];
}

std::vector<const Entity *> Program::entities() const {
  std::vector<const Entity *> All;
  for (const auto &Each : Items)
    All.push_back(&Each.second.E);
  auto First = [](const Entity &E) {
    return E.Where.empty() ? std::pair(0u, 0u)
                           : std::pair(E.Where[0].File, E.Where[0].Offset);
  };
  llvm::sort(All, [&](const Entity *A, const Entity *B) {
    return std::tuple(StringRef(A->Name), A->Kind, First(*A)) <
           std::tuple(StringRef(B->Name), B->Kind, First(*B));
  });
  return All;
}

} // namespace musify
