//===- Lint.h - The stages of `musify lint` ---------------------*- C++ -*-===//
//
//   runPort ─ findings ─ severity ─ suppressions ─ baseline ─ changed lines
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DRIVER_LINT_H
#define MUSIFY_DRIVER_LINT_H

#include "Driver/Port.h"
#include "Lint/Baseline.h"
#include "Lint/ChangedLines.h"
#include "Lint/Config.h"
#include "Report/LintResult.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>

namespace musify {

struct LintRequest {
  PortRequest Port; ///< `Edits.Targets` names the architectures
  LintConfig Config;
  Severity FailOn = Severity::Warning;
  Language Lang = Language::English; ///< of messages
  std::string Root;            ///< real path: what reports are relative to
  std::string BaselinePath;    ///< empty: none
  bool UpdateBaseline = false; ///< write it instead of reading it
  std::optional<ChangedLines> Changed; ///< paths below `Root`
  bool Fix = false;                    ///< take all fixes of what is reported
  std::vector<const LintRule *> FixRules; ///< or those of these rules
};

/// Checks the files; changes none, but see `LintResult::ToFix`. With
/// `UpdateBaseline` every finding is put into the baseline file, and none is
/// left. Fails if the compile database or the baseline cannot be used.
llvm::Expected<LintResult> runLint(const LintRequest &Request,
                                   const Table &Names);

/// The stages behind `runPort`: what `Request` says about the findings of
/// `Found`. With `TellsUnused`, comments that hide nothing are reported.
llvm::Expected<LintResult> siftFindings(const LintRequest &Request,
                                        RunResult Found,
                                        bool TellsUnused = false);

/// 2 if a path failed, 1 if a finding reaches `FailOn`, else 0.
int exitCodeFor(const LintResult &Result);

/// The folder that holds `.git`, from `Start` upwards; else the current one.
std::string findProjectRoot(llvm::StringRef Start);

} // namespace musify

#endif // MUSIFY_DRIVER_LINT_H
