#include "Driver/BodyShares.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

/// The places of the units, by their names.
static std::vector<size_t> orderOf(ArrayRef<CompileCommand> Units) {
  auto All = llvm::to_vector(llvm::seq(Units.size()));
  llvm::sort(All,
             [&](size_t A, size_t B) { return Units[A].Name < Units[B].Name; });
  return {All.begin(), All.end()};
}

static std::string kindOf(const CompileCommand &Unit) {
  return llvm::join(languageFlags(Unit.Flags), " ") + "\n" +
         llvm::join(macroFlags(Unit.Flags), " ") + languageOf(Unit).str() +
         (Unit.IsMusa ? " MUSA" : "");
}

void BodyShares::assign(MutableArrayRef<CompileCommand> Units,
                        HeadersOfFn HeadersOf) {
  std::set<std::pair<std::string, std::string>> Taken; // kind and path
  for (const CompileCommand &Unit : Units)
    Taken.emplace(kindOf(Unit), Unit.File);
  for (size_t I : orderOf(Units)) {
    auto &Mine = Units[I].BodiesOf.emplace();
    std::string Kind = kindOf(Units[I]);
    for (std::string &Path : HeadersOf(Units[I]))
      if (Taken.emplace(Kind, Path).second)
        Mine.insert(std::move(Path));
  }
}

std::vector<size_t>
BodyShares::extend(MutableArrayRef<CompileCommand> Units,
                   ArrayRef<std::vector<Reading>> Readings) {
  for (const auto &Mine : Readings)
    for (const Reading &R : Mine)
      if (R.HasBodies)
        (R.HasErrors ? Tried : Parsed).emplace(R.Path, R.Hash);
  std::vector<size_t> Again;
  for (size_t I : orderOf(Units)) {
    if (!Units[I].BodiesOf)
      continue;
    size_t Before = Units[I].BodiesOf->size();
    for (const Reading &R : Readings[I])
      if (!R.HasBodies && !(R.HasErrors && Tried.count({R.Path, R.Hash})) &&
          Parsed.emplace(R.Path, R.Hash).second)
        Units[I].BodiesOf->insert(R.Path);
    if (Units[I].BodiesOf->size() > Before)
      Again.push_back(I);
  }
  return Again;
}

} // namespace musify
