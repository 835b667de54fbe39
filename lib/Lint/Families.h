//===- Families.h - Rules about one thing -----------------------*- C++ -*-===//
#ifndef MUSIFY_LINT_FAMILIES_H
#define MUSIFY_LINT_FAMILIES_H

#include "Diag/Rules.h"
#include "llvm/ADT/ArrayRef.h"

namespace musify {

/// The rules whose numbers begin with the same two digits.
struct RuleFamily {
  llvm::StringLiteral Digits;
  llvm::StringLiteral Name; ///< in `.musify.toml`; no rule is called so
  llvm::StringLiteral Titles[2];

  llvm::StringRef title(Language L) const { return Titles[int(L)]; }
  bool has(const LintRule &Rule) const {
    return Rule.Id.substr(sizeof("MUSA") - 1).starts_with(Digits);
  }
};

llvm::ArrayRef<RuleFamily> ruleFamilies();
/// Null if there is none of this name.
const RuleFamily *findFamily(llvm::StringRef Name);
const RuleFamily &familyOf(const LintRule &Rule);

} // namespace musify

#endif // MUSIFY_LINT_FAMILIES_H
