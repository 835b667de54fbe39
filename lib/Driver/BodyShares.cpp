#include "Driver/BodyShares.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

/// The places of the units: those that are first, then the others, by name.
static std::vector<size_t> orderOf(ArrayRef<CompileCommand> Units,
                                   BodyShares::IsFirstFn IsFirst) {
  std::vector<size_t> All;
  for (size_t I = 0; I < Units.size(); ++I)
    All.push_back(I);
  llvm::sort(All, [&](size_t A, size_t B) {
    return std::tuple(!IsFirst(Units[A]), StringRef(Units[A].Name)) <
           std::tuple(!IsFirst(Units[B]), StringRef(Units[B].Name));
  });
  return All;
}

static std::string kindOf(const CompileCommand &Unit) {
  return llvm::join(languageFlags(Unit.Flags), " ") + "\n" +
         llvm::join(macroFlags(Unit.Flags), " ") + languageOf(Unit).str() +
         (Unit.IsMusa ? " MUSA" : "");
}

void BodyShares::assign(MutableArrayRef<CompileCommand> Units,
                        HeadersOfFn HeadersOf, IsFirstFn IsFirst) {
  std::set<std::pair<std::string, std::string>> Taken; // kind and path
  for (const CompileCommand &Unit : Units)
    Taken.emplace(kindOf(Unit), Unit.File);
  for (size_t I : orderOf(Units, IsFirst)) {
    auto &Mine = Units[I].BodiesOf.emplace();
    std::string Kind = kindOf(Units[I]);
    for (std::string &Path : HeadersOf(Units[I]))
      if (Taken.emplace(Kind, Path).second)
        Mine.insert(std::move(Path));
  }
}

/// True if the unit parses the bodies of the file, as it was told to.
static bool isAsked(const CompileCommand &Unit, const Reading &R) {
  return !Unit.BodiesOf || R.Path == Unit.File || Unit.BodiesOf->count(R.Path);
}

// An earlier parse, which the cache has, may have been told to parse more. What
// it was not asked for now counts as if it were done after this.
std::vector<size_t> BodyShares::extend(MutableArrayRef<CompileCommand> Units,
                                       ArrayRef<std::vector<Reading>> Readings,
                                       IsFirstFn IsFirst) {
  for (const auto &[Unit, Mine] : zip(Units, Readings))
    for (const Reading &R : Mine)
      if (R.HasBodies && isAsked(Unit, R))
        (R.HasErrors ? Tried : Parsed).emplace(R.Path, R.Hash);
  std::vector<size_t> Again;
  for (size_t I : orderOf(Units, IsFirst)) {
    if (!Units[I].BodiesOf)
      continue;
    std::set<std::string> More;
    bool IsMissing = false;
    for (const Reading &R : Readings[I]) {
      bool IsInVain = R.HasErrors && Tried.count({R.Path, R.Hash});
      if (isAsked(Units[I], R) || (IsInVain && !R.HasBodies) ||
          !Parsed.emplace(R.Path, R.Hash).second)
        continue;
      More.insert(R.Path);
      IsMissing |= !R.HasBodies;
    }
    Units[I].BodiesOf->merge(More);
    if (IsMissing)
      Again.push_back(I);
  }
  return Again;
}

} // namespace musify
