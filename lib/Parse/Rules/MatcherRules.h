//===- MatcherRules.h - Rules of users that match the AST -------*- C++ -*-===//
#ifndef MUSIFY_PARSE_RULES_MATCHERRULES_H
#define MUSIFY_PARSE_RULES_MATCHERRULES_H

#include "Mapping/CustomRule.h"
#include "llvm/Support/Error.h"

namespace musify {

/// An error for each custom rule whose matcher is not one, with its place.
llvm::Error checkMatchers(const RuleSet &Rules);

} // namespace musify

#endif // MUSIFY_PARSE_RULES_MATCHERRULES_H
