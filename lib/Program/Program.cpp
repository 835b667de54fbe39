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

std::string Program::key(EntityKind Kind, StringRef Name, unsigned Group) {
  return (Kind == EntityKind::Macro ? "#" : ":") + std::to_string(Group) + " " +
         Name.str();
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

/// A macro that no header and no flag defines is seen by the files that define
/// it; elsewhere the name is another thing.
void Program::keepVisible(Entity &E) const {
  if (E.Kind != EntityKind::Macro)
    return;
  DenseSet<unsigned> Defining;
  for (const Occurrence &O : E.Where) {
    if (O.Does == Role::Flag ||
        (O.Does == Role::Definition && Files[O.File].IsHeader))
      return;
    if (O.Does == Role::Definition || O.Does == Role::Undefinition)
      Defining.insert(O.File);
  }
  llvm::erase_if(
      E.Where, [&](const Occurrence &O) { return !Defining.contains(O.File); });
}

/// The name means the SDK's at some of its places, or may.
static bool isAlsoSdks(const Entity &E) {
  return llvm::any_of(E.Where, [&](const Occurrence &O) {
    switch (O.Does) {
    case Role::Definition:
      return O.Conditional;
    case Role::Undefinition:
      return true;
    case Role::Use:
      return O.Whose == Owner::Sdk ||
             (O.Whose == Owner::Ambiguous && E.Kind == EntityKind::Macro);
    default:
      return false;
    }
  });
}

void Program::decide(Item &I) {
  Entity &E = I.E;
  auto Is = [&](Fate F, Reason Why) {
    E.F = F;
    E.Why = Why;
  };
  bool IsMapped = llvm::any_of(E.Where, [](const Occurrence &O) {
    return isDefinition(O) && O.TargetOnly;
  });
  if (IsMapped)
    Is(Fate::Stays, Reason::MapsItself);
  else if (I.Known.Configures)
    Is(Fate::Moves, Reason::Configures);
  else if (E.definition() && !I.Known.Numeric && !I.Known.IsIncluded &&
           !isAlsoSdks(E))
    Is(Fate::Stays, Reason::Own);
  else if (E.NewName.empty())
    return;
  else if (I.Known.Numeric)
    Is(Fate::Stays, Reason::Number);
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
