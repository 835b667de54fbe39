#include "Driver/UnitParser.h"
#include "Parse/IncludeGraph.h"
#include "Parse/ParseUnit.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"

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
  if (Run.Stopped && Run.Stopped()) {
    ParseOutcome Nothing;
    Nothing.Problems.push_back(say(msg::ParseStopped));
    return Nothing;
  }
  if (!Cache)
    return parseUnit(Unit, Run);
  ReadLog Log;
  ParseOutcome Outcome = parseUnit(Unit, Run, &Log);
  if (Outcome.Complete)
    Cache->store(Unit, Run, Log, Outcome);
  return Outcome;
}

void UnitParser::start(const CompileCommand &Unit, const Session &Run,
                       std::function<void(ParseOutcome, bool Recalled)> Take) {
  Pool.async([this, &Unit, &Run, Take = std::move(Take)] {
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
    Stopped |= is_contained(Outcome.Problems, say(msg::ParseStopped));
    Take(std::move(Outcome), Recalled.has_value());
  });
}

void UnitParser::parseBatch(std::vector<CompileCommand> Batch,
                            const Session &Run, TakeFn Take) {
  if (HeadersOf)
    BodyShares::assign(Batch, HeadersOf);
  std::vector<std::vector<Reading>> Readings(Batch.size());
  auto Parse = [&](ArrayRef<size_t> Places) {
    Total += Places.size();
    for (size_t Place : Places)
      start(Batch[Place], Run, [&, Place](ParseOutcome Outcome, bool Recalled) {
        Readings[Place] = std::move(Outcome.Readings);
        Take(Place, std::move(Outcome), Recalled);
      });
    Pool.wait();
  };
  Parse(llvm::to_vector(llvm::seq(Batch.size())));
  Parse(Shares.extend(Batch, Readings));
}

void UnitParser::parse(ArrayRef<CompileCommand> All, const Session &Run,
                       Facts &Into) {
  Units += All.size();
  std::vector<DeviceCandidate> Candidates(All.size());
  BitVector Parsed(All.size());
  parseBatch(All, Run, [&](size_t Place, ParseOutcome Outcome, bool Known) {
    const CompileCommand &Unit = All[Place];
    Parsed[Place] = Parsed[Place] || !Known;
    Candidates[Place] = {&Unit, {}};
    for (const auto &Item : Outcome.Known.Files) {
      if (Item.second.CoveredBy.empty())
        continue;
      if (!Unit.Inferred)
        HasCommand.insert(Item.first());
      if (Outcome.Complete && isCudaUnit(Unit) &&
          DeviceFiles.contains(Item.first()))
        Candidates[Place].Asking.push_back(Item.first().str());
    }
    Into.merge(std::move(Outcome.Known));
    Problems[Unit.File][Place] = std::move(Outcome.Problems);
  });

  std::vector<CompileCommand> OnDevice;
  std::vector<size_t> Places;
  BitVector Chosen = chooseForDevice(Candidates); // the range refers to it
  for (unsigned Place : Chosen.set_bits()) {
    OnDevice.push_back(forDevice(All[Place]));
    Places.push_back(Place);
  }
  parseBatch(std::move(OnDevice), Run,
             [&](size_t I, ParseOutcome Outcome, bool Known) {
               size_t Place = Places[I];
               Parsed[Place] = Parsed[Place] || !Known;
               Into.merge(std::move(Outcome.Known));
               auto &Told = Problems[All[Place].File][Place];
               for (Message &Each : Outcome.Problems)
                 if (!llvm::is_contained(Told, Each))
                   Told.push_back(std::move(Each));
             });
  Recalled += All.size() - Parsed.count();
}

} // namespace musify
