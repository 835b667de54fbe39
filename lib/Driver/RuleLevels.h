//===- RuleLevels.h - What the configuration says of rules ------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_RULELEVELS_H
#define MUSIFY_DRIVER_RULELEVELS_H

#include "Lint/Config.h"
#include "Report/Result.h"

namespace musify {

/// Drops the findings of rules that `Config` switches off, and gives the others
/// its severities. Edits stay as they are.
void applyRuleLevels(RunResult &Result, const LintConfig &Config);

} // namespace musify

#endif // MUSIFY_DRIVER_RULELEVELS_H
