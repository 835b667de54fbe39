//===- Catalogue.h - Every rule that can report -----------------*- C++ -*-===//
//
// The list itself is Diag/Rules.h. A rule that is not in it cannot report: a
// message that names it does not compile.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_LINT_CATALOGUE_H
#define MUSIFY_LINT_CATALOGUE_H

#include "Diag/Rules.h"
#include "Platform/Platform.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace musify {

/// The rule with this id or name, in any case of letters; null if none.
const LintRule *findLintRule(llvm::StringRef IdOrName);

/// How a message names its rule: `MUSA0101 unsupported-name`; the name alone of
/// a rule that only edits.
std::string ruleTag(llvm::StringRef Name);

/// What people may have meant by `Word` among `Known`; "" if nothing is near.
std::string nearestOf(llvm::StringRef Word,
                      llvm::ArrayRef<llvm::StringRef> Known);
/// The same among ids and names of the rules.
std::string nearestLintRule(llvm::StringRef Word);

/// The most a finding of `Rule` counts when it is read for `Targets`: the
/// worst of them.
Severity levelFor(const LintRule &Rule,
                  llvm::ArrayRef<const Architecture *> Targets);

} // namespace musify

#endif // MUSIFY_LINT_CATALOGUE_H
