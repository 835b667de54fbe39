#include "Support/PhaseTimes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include <atomic>
#include <ctime>
#include <mutex>

using namespace llvm;

namespace musify {
namespace {

struct Totals {
  std::atomic<bool> IsOn = false;
  double Start = 0; ///< wall time
  std::mutex Lock;
  std::array<Spent, PhaseCount> Phases;
  StringMap<Spent> Units;
};

Totals &totals() {
  static Totals All;
  return All;
}

double seconds(clockid_t Clock) {
  timespec Now = {};
  clock_gettime(Clock, &Now);
  return double(Now.tv_sec) + double(Now.tv_nsec) * 1e-9;
}

thread_local PhaseTimer *Innermost = nullptr;

} // namespace

void startTimeReport() {
  totals().Start = seconds(CLOCK_MONOTONIC);
  totals().IsOn = true;
}

TimeReport timeReport() {
  Totals &All = totals();
  TimeReport Out;
  if (!All.IsOn)
    return Out;
  std::lock_guard Guard(All.Lock);
  Out.Process = {seconds(CLOCK_MONOTONIC) - All.Start,
                 seconds(CLOCK_PROCESS_CPUTIME_ID), 1};
  Out.Phases = All.Phases;
  for (const auto &Item : All.Units)
    Out.Units.emplace_back(Item.first().str(), Item.second);
  llvm::sort(Out.Units, [](const auto &A, const auto &B) {
    return std::tuple(-A.second.Processor, A.first) <
           std::tuple(-B.second.Processor, B.first);
  });
  return Out;
}

PhaseTimer::PhaseTimer(Phase P, StringRef Unit)
    : P(P), Unit(Unit), IsOn(totals().IsOn) {
  if (!IsOn)
    return;
  Around = std::exchange(Innermost, this);
  if (Around)
    Around->stop();
  WallAt = seconds(CLOCK_MONOTONIC);
  ProcessorAt = seconds(CLOCK_THREAD_CPUTIME_ID);
}

void PhaseTimer::stop() {
  Wall += seconds(CLOCK_MONOTONIC) - WallAt;
  Processor += seconds(CLOCK_THREAD_CPUTIME_ID) - ProcessorAt;
}

PhaseTimer::~PhaseTimer() {
  if (!IsOn)
    return;
  stop();
  Innermost = Around;
  if (Around) {
    Around->WallAt = seconds(CLOCK_MONOTONIC);
    Around->ProcessorAt = seconds(CLOCK_THREAD_CPUTIME_ID);
  }
  auto Add = [this](Spent &To) {
    To.Wall += Wall;
    To.Processor += Processor;
    ++To.Times;
  };
  Totals &All = totals();
  std::lock_guard Guard(All.Lock);
  Add(All.Phases[unsigned(P)]);
  if (!Unit.empty())
    Add(All.Units[Unit]);
}

} // namespace musify
