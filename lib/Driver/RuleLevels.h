//===- RuleLevels.h - How much a finding counts -----------------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_RULELEVELS_H
#define MUSIFY_DRIVER_RULELEVELS_H

#include "Lint/Config.h"
#include "Lint/Suppressions.h"
#include "Report/Result.h"
#include "Rewrite/Rule.h"

namespace musify {

/// Where the severity of a rule depends on the targets, its findings get no
/// higher one. Those of `musify lint` get none above their rule's in any case.
void limitLevels(RunResult &Result, const PortOptions &Options);

/// Drops the findings of rules that `Config` switches off, and gives the others
/// its severities. Drops and counts those that a comment in the code hides.
/// Edits stay as they are.
void applyRuleLevels(RunResult &Result, const LintConfig &Config);

/// The comments of the file and of code in its strings that hide findings.
SuppressedFile suppressionsOf(const FileResult &File);

} // namespace musify

#endif // MUSIFY_DRIVER_RULELEVELS_H
