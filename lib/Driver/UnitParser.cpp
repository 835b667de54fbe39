#include "Driver/UnitParser.h"
#include "Parse/IncludeGraph.h"
#include "Parse/ParseUnit.h"
#include "Support/PhaseTimes.h"
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

// A run that finds the second parse in the cache chooses the units of second
// parses again, by what was known before: errors in bodies were not.
static std::vector<Reading> withBodies(std::vector<Reading> First,
                                       const CompileCommand &Unit) {
  for (Reading &R : First)
    R.HasBodies |= Unit.BodiesOf && Unit.BodiesOf->count(R.Path);
  return First;
}

static ParseOutcome parseAndKeep(const CompileCommand &Unit, const Session &Run,
                                 ArrayRef<Reading> First, FactsCache *Cache) {
  if (Run.Stopped && Run.Stopped()) {
    ParseOutcome Nothing;
    Nothing.Problems.push_back(say(msg::ParseStopped));
    return Nothing;
  }
  if (!Cache)
    return parseUnit(Unit, Run);
  ReadLog Log;
  ParseOutcome Outcome = parseUnit(Unit, Run, &Log);
  PhaseTimer Timer(Phase::Recall);
  if (!First.empty())
    Outcome.Readings = withBodies(First, Unit);
  if (Outcome.Complete)
    Cache->store(Unit, Run, Log, Outcome);
  return Outcome;
}

void UnitParser::start(const CompileCommand &Unit, const Session &Run,
                       ArrayRef<Reading> First,
                       std::function<void(ParseOutcome, bool Recalled)> Take) {
  Pool.async([this, &Unit, &Run, First, Take = std::move(Take)] {
    {
      std::lock_guard Guard(Lock);
      if (Progress)
        Progress(Done, Total, Unit.File);
    }
    std::optional<ParseOutcome> Recalled;
    if (Cache) {
      PhaseTimer Timer(Phase::Recall);
      Recalled = Cache->find(Unit, Run);
    }
    ParseOutcome Outcome =
        Recalled ? std::move(*Recalled) : parseAndKeep(Unit, Run, First, Cache);
    std::lock_guard Guard(Lock);
    PhaseTimer Timer(Phase::Merge);
    ++Done;
    Stopped |= is_contained(Outcome.Problems, say(msg::ParseStopped));
    Take(std::move(Outcome), Recalled.has_value());
  });
}

void UnitParser::parseBatch(std::vector<CompileCommand> Batch,
                            const Session &Run, TakeFn Take) {
  // A run that parses a part of the project does not know which units another
  // run chooses for the device. These it surely chooses.
  auto IsSurelyForDevice = [&](const CompileCommand &Unit) {
    return is_contained(Unit.Flags, DeviceFlag) &&
           DeviceFiles.contains(Unit.File);
  };
  if (HeadersOf)
    BodyShares::assign(Batch, HeadersOf, IsSurelyForDevice);
  std::vector<std::vector<Reading>> Readings(Batch.size());
  auto Parse = [&](std::vector<size_t> Places) {
    Total += Places.size();
    llvm::sort(Places, [&](size_t A, size_t B) {
      return std::tuple(-Costs.lookup(Batch[A].Name), A) <
             std::tuple(-Costs.lookup(Batch[B].Name), B);
    });
    for (size_t Place : Places)
      start(Batch[Place], Run, Readings[Place],
            [&, Place](ParseOutcome Outcome, bool Recalled) {
              Readings[Place] = std::move(Outcome.Readings);
              Take(Place, std::move(Outcome), Recalled);
            });
    Pool.wait();
  };
  auto All = llvm::seq(Batch.size());
  Parse({All.begin(), All.end()});
  Parse(Shares.extend(Batch, Readings, IsSurelyForDevice));
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
