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
#include "Mapping/Renames.h"

namespace musify {

/// A text that became one thing here and another there.
struct Contradiction {
  std::string Text;
  std::map<std::string, unsigned> Became;
};

struct Learned {
  std::vector<RenameRule> Renames;
  std::vector<OwnedEntry> Entries; ///< sorted by `From`
  std::vector<Contradiction> Contradictions;
  std::vector<std::pair<Rework, unsigned>> Reworked; ///< most often first
  unsigned OtherRework = 0;                          ///< places, too long
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

} // namespace musify

#endif // MUSIFY_LEARN_LEARN_H
