//===- RuleLevels.h - How much a finding counts -----------------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_RULELEVELS_H
#define MUSIFY_DRIVER_RULELEVELS_H

#include "Lint/Config.h"
#include "Lint/Suppressions.h"
#include "Report/Result.h"
#include "llvm/ADT/ArrayRef.h"

namespace musify {

/// Gives each finding the milder one of its rule's severity for `Targets` and
/// its own.
void limitLevels(RunResult &Result,
                 llvm::ArrayRef<const Architecture *> Targets);

/// Drops the findings of rules that `Config` switches off, and gives the others
/// its severities. Drops and counts those that a comment in the code hides.
/// Edits stay as they are.
void applyRuleLevels(RunResult &Result, const LintConfig &Config);

/// The comments of the file and of code in its strings that hide findings.
SuppressedFile suppressionsOf(const FileResult &File);

} // namespace musify

#endif // MUSIFY_DRIVER_RULELEVELS_H
