//===- CallRules.h - Rules for calls that a person changed ------*- C++ -*-===//
#ifndef MUSIFY_LEARN_CALLRULES_H
#define MUSIFY_LEARN_CALLRULES_H

#include "Learn/Learn.h"
#include "llvm/ADT/StringMap.h"

namespace musify {

/// What a port with the rules learned so far makes of a token.
class Prediction {
public:
  Prediction(const Learned &Rules, const Observations &Seen,
             const Table &Names);
  std::string of(const SiteToken &T) const;

private:
  const Learned &Rules;
  const Observations &Seen;
  const Table &Names;
  llvm::StringMap<std::string> Entries;
};

/// True if the original has a file that the include may mean.
bool isOwnHeader(llvm::StringRef Header, const Observations &Seen);

/// When a change of calls becomes a rule.
struct CallBounds {
  static constexpr unsigned Least = 2;
  /// Two places, and of five four.
  static bool isEnough(unsigned Places, unsigned Total) {
    return Places >= Least && Places * 5 >= Total * 4;
  }
  bool IsKnown = false; ///< the name is the project's, or in the tables
  std::string Renamed;  ///< what other rules make of the name
};

/// Adds rules for `Seen.Calls`, and what no rule says of them.
void learnCalls(const Observations &Seen, const Table &Names, Learned &Out);
/// The same for `Seen.Comparisons`.
void learnComparisons(const Observations &Seen, Learned &Out);
/// The same for includes, conditions, statements that were removed and flags.
void learnRest(const Observations &Seen, const Table &Names, Learned &Out);

} // namespace musify

#endif // MUSIFY_LEARN_CALLRULES_H
