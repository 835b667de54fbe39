#include "Driver/UnitParser.h"
#include "Parse/IncludeGraph.h"
#include "Parse/ParseUnit.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

BitVector chooseForDevice(ArrayRef<DeviceCandidate> Units) {
  std::vector<size_t> ByName;
  for (size_t I = 0; I < Units.size(); ++I)
    ByName.push_back(I);
  llvm::sort(ByName, [&](size_t A, size_t B) {
    return Units[A].Unit->Name < Units[B].Unit->Name;
  });
  BitVector Chosen(Units.size());
  /// By file, then by macros.
  std::map<std::pair<StringRef, std::vector<std::string>>, unsigned> Times;
  for (size_t I : ByName) {
    std::vector<std::string> Macros = macroFlags(Units[I].Unit->Flags);
    for (StringRef File : Units[I].Asking)
      if (Times[{File, Macros}]++ < UnitsPerHeader ||
          File == Units[I].Unit->File)
        Chosen.set(I);
  }
  return Chosen;
}

void UnitParser::finish() {
  if (Progress && Total)
    Progress(Total, Total, "");
}

static ParseOutcome parseAndKeep(const CompileCommand &Unit, const Session &Run,
                                 FactsCache *Cache) {
  if (!Cache)
    return parseUnit(Unit, Run);
  ReadLog Log;
  ParseOutcome Outcome = parseUnit(Unit, Run, &Log);
  if (Outcome.Complete)
    Cache->store(Unit, Run, Log, Outcome);
  return Outcome;
}

void UnitParser::start(CompileCommand Unit, const Session &Run, TakeFn Take) {
  Pool.async([this, Unit = std::move(Unit), &Run, Take = std::move(Take)] {
    {
      std::lock_guard Guard(Lock);
      if (Progress)
        Progress(Done, Total, Unit.File);
    }
    std::optional<ParseOutcome> Recalled;
    if (Cache)
      Recalled = Cache->find(Unit, Run);
    ParseOutcome Outcome =
        Recalled ? std::move(*Recalled) : parseAndKeep(Unit, Run, Cache);
    std::lock_guard Guard(Lock);
    ++Done;
    Take(std::move(Outcome), Recalled.has_value());
  });
}

void UnitParser::parse(ArrayRef<CompileCommand> All, const Session &Run,
                       Facts &Into) {
  Units += All.size();
  Total += All.size();
  std::vector<DeviceCandidate> Candidates(All.size());
  BitVector Parsed(All.size());
  for (const auto &[Number, Unit] : enumerate(All))
    start(Unit, Run,
          [&, Number = Number, &Unit = Unit](ParseOutcome Outcome, bool Known) {
            Parsed[Number] = !Known;
            Candidates[Number].Unit = &Unit;
            for (const auto &Item : Outcome.Known.Files) {
              if (Item.second.CoveredBy.empty())
                continue;
              if (!Unit.Inferred)
                HasCommand.insert(Item.first());
              if (Outcome.Complete && isCudaUnit(Unit) &&
                  DeviceFiles.contains(Item.first()))
                Candidates[Number].Asking.push_back(Item.first().str());
            }
            Into.merge(std::move(Outcome.Known));
            Problems[Unit.File][Number] = std::move(Outcome.Problems);
          });
  Pool.wait();

  BitVector Chosen = chooseForDevice(Candidates);
  Total += Chosen.count();
  for (unsigned Number : Chosen.set_bits())
    start(forDevice(All[Number]), Run,
          [&, Number](ParseOutcome Outcome, bool Known) {
            Parsed[Number] = Parsed[Number] || !Known;
            Into.merge(std::move(Outcome.Known));
            auto &Told = Problems[All[Number].File][Number];
            for (Message &Each : Outcome.Problems)
              if (!llvm::is_contained(Told, Each))
                Told.push_back(std::move(Each));
          });
  Pool.wait();
  Recalled += All.size() - Parsed.count();
}

} // namespace musify
