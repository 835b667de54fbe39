//===- Learn.h - Rules that explain a person's port -------------*- C++ -*-===//
//
//   original ─ plan ─┬─ align ─ observations ─┬─ words ─ names ─ paths ─┐
//   port ────────────┘                        └─ entries of the tables ─┴ rules
//
// The most general rules go first: a word that changes in many names makes one
// rule, and only what the words do not explain is learned name by name.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_LEARN_LEARN_H
#define MUSIFY_LEARN_LEARN_H

#include "Learn/Observe.h"
#include "Mapping/CustomRule.h"
#include "Mapping/Renames.h"

namespace musify {

/// A text that became one thing here and another there.
struct Contradiction {
  std::string Text;
  std::map<std::string, unsigned> Became;
};

/// A rule about calls or headers.
struct LearnedRule {
  CustomRule Rule;
  unsigned Places = 0, Against = 0;
};

/// A change that became no rule.
struct Unlearned {
  enum class Kind {
    Call,
    Comparison, ///< of a macro with a number
    Header,
    Condition, ///< around code, or removed
    Statement, ///< a call that was removed
    Flag,      ///< of a compiler
    Code,      ///< any other
  };
  enum class Reason {
    TooFew,  ///< one place
    Against, ///< more than one of five is otherwise
    Repeats, ///< the rule would match in what it writes
    Alone,   ///< a header beside no header of the tables
    Foreign, ///< a name of neither the project nor the tables
    NoFormat ///< no key of the format says this
  };
  Kind What = Kind::Code;
  Reason Why = Reason::NoFormat;
  std::string Was, Now; ///< both empty: too long to show
  Tally Count;
};

struct Learned {
  std::vector<RenameRule> Renames;
  std::vector<OwnedEntry> Entries; ///< sorted by `From`
  std::vector<LearnedRule> Rules;
  std::vector<Contradiction> Contradictions;
  std::vector<Unlearned> Rest; ///< by kind, most often first
};

Learned learn(const Observations &Seen, const Table &Names);

/// The rules of `Seen` about words within names, strings and paths.
std::vector<RenameRule> learnWords(const Observations &Seen,
                                   const Table &Names);
/// Rules for suffixes of files that stay although a port changes them.
std::vector<RenameRule> learnSuffixes(const Observations &Seen);
/// Adds rules about whole paths that `Rules` do not explain.
void learnPaths(const Observations &Seen, std::vector<RenameRule> &Rules);

/// As a mapping file.
std::string formatLearned(const Learned &L);
/// For people: the rules, then what is no rule, a few of each kind.
std::string describeLearned(const Learned &L, Language Lang);
/// All of it as JSON.
std::string reportLearned(const Learned &L, unsigned Files);

} // namespace musify

#endif // MUSIFY_LEARN_LEARN_H
