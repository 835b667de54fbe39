//===- Html.h - A run as one page to look at --------------------*- C++ -*-===//
//
// One self-contained page, with no network: totals, filters, findings, and
// files with their edits side by side. The page is page/page.html; here is what
// it is filled with. `lintHtml`, the page of lint, is among the forms of lint.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REPORT_HTML_H
#define MUSIFY_REPORT_HTML_H

#include "Report/Assess.h"
#include "Report/Result.h"
#include <string>

namespace musify {

/// The page of `musify port`. `Title` names what was ported.
std::string portHtml(const RunResult &Run, llvm::StringRef Title);
/// The page of `musify scan`: the same with the effort of each file.
std::string scanHtml(const RunResult &Run, const Assessment &A,
                     llvm::StringRef Title);
} // namespace musify

#endif // MUSIFY_REPORT_HTML_H
