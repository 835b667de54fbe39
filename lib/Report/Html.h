//===- Html.h - A run as one page to look at --------------------*- C++ -*-===//
//
// One self-contained page, with no network: what was not read, totals, filters,
// findings by rule, and files with their edits side by side. The page is in
// page/; here is what it is filled with. `lintHtml`, the page of lint and
// verify, is among the formats of lint.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REPORT_HTML_H
#define MUSIFY_REPORT_HTML_H

#include "Report/Assess.h"
#include "Report/LintFormat.h"
#include "Report/Result.h"
#include <string>

namespace musify {

/// The page of `musify port`. `Title` names what was ported; `Help` gives the
/// page of a rule.
std::string portHtml(const RunResult &Run, llvm::StringRef Title,
                     RuleHelpFn Help);
/// The page of `musify scan`: also the effort of each file, what blocks most
/// and the order of work.
std::string scanHtml(const RunResult &Run, const Assessment &A,
                     llvm::StringRef Title, RuleHelpFn Help);
} // namespace musify

#endif // MUSIFY_REPORT_HTML_H
