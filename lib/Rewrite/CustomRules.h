//===- CustomRules.h - Rules as data, applied to one file -------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_CUSTOMRULES_H
#define MUSIFY_REWRITE_CUSTOMRULES_H

#include "Rewrite/Rule.h"

namespace musify {

/// Calls and matches are written at the end, so that names inside of their
/// pieces are ported as everywhere.
class CustomRules {
public:
  CustomRules(const ScannedFile &Scan, FileContext &Context)
      : Scan(Scan), Context(Context) {}

  /// True if a rule took the candidate: no other rule is to see it.
  bool take(const Candidate &C);

  /// Writes what is left, innermost first. Edits inside of a piece become part
  /// of it.
  void finish(std::vector<Finding> &Out);

private:
  struct Rewriting {
    const CustomRule *Rule;
    const Candidate *At; ///< null for a matcher's
    unsigned Begin, End;
    std::map<std::string, std::pair<unsigned, unsigned>> Pieces;
    std::string Name; ///< what `$name` stands for
  };

  bool takeName(const Candidate &C, const CustomRule &R);
  bool takeCall(const Candidate &C, const CustomRule &R);
  bool takeInclude(const Candidate &C, const CustomRule &R);
  bool isDuplicate(const Candidate &C, const std::string &Path);
  void dropLine(const Candidate &C, const CustomRule &R, Message Why);
  bool holds(const Candidate &C, const CustomRule &R);
  void addMatches();
  void report(const Candidate &C, const CustomRule &R);

  const ScannedFile &Scan;
  FileContext &Context;
  std::vector<Rewriting> Later;
  llvm::StringSet<> Included; ///< branch and path of what was included so far
};

} // namespace musify

#endif // MUSIFY_REWRITE_CUSTOMRULES_H
