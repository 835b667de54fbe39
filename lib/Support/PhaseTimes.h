//===- PhaseTimes.h - Where the time of a run goes --------------*- C++ -*-===//
//
// LLVM's timers know the processor time of the whole process, which tells
// nothing about a phase that runs on several threads. These add up what each
// thread needs.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SUPPORT_PHASETIMES_H
#define MUSIFY_SUPPORT_PHASETIMES_H

#include "llvm/ADT/StringRef.h"
#include <array>
#include <string>
#include <vector>

namespace musify {

enum class Phase : unsigned {
  Read,       ///< files, and the lexer over them
  Plan,       ///< commands, include graph
  Recall,     ///< the cache: look up, and keep
  Precompile, ///< headers that several units share
  Parse,      ///< Clang's preprocessor, parser and templates
  Match,      ///< rules over the AST
  Merge,      ///< of facts, and of findings
  Decide,     ///< rules over candidates
  Write,      ///< results
};
inline constexpr unsigned PhaseCount = unsigned(Phase::Write) + 1;

/// Of all threads together.
struct Spent {
  double Wall = 0, Processor = 0; ///< seconds
  unsigned Times = 0;
};

struct TimeReport {
  Spent Process;
  std::array<Spent, PhaseCount> Phases;
  std::vector<std::pair<std::string, Spent>> Units; ///< the dearest first
};

/// From now on timers measure.
void startTimeReport();
/// What was measured so far; nothing unless it was started.
TimeReport timeReport();

/// Measures what this thread does while the timer lives, less what timers
/// inside of it measure.
class PhaseTimer {
public:
  /// What is measured is also added to `Unit`, if that is not empty; it
  /// outlives the timer.
  explicit PhaseTimer(Phase P, llvm::StringRef Unit = "");
  ~PhaseTimer();
  PhaseTimer(const PhaseTimer &) = delete;
  PhaseTimer &operator=(const PhaseTimer &) = delete;

private:
  void stop();

  Phase P;
  llvm::StringRef Unit;
  bool IsOn;
  double Wall = 0, Processor = 0, WallAt = 0, ProcessorAt = 0;
  PhaseTimer *Around = nullptr;
};

} // namespace musify

#endif // MUSIFY_SUPPORT_PHASETIMES_H
