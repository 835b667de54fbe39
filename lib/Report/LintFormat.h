//===- LintFormat.h - Formats of `musify lint` ------------------*- C++ -*-===//
//
// One file a format; LintFormats.def lists them. Each gets the same result and
// returns the whole text.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REPORT_LINTFORMAT_H
#define MUSIFY_REPORT_LINTFORMAT_H

#include "Report/LintResult.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <functional>
#include <string>

namespace musify {

/// The page of a rule, in the language of the report.
using RuleHelpFn = std::function<llvm::StringRef(const LintRule &)>;

struct LintFormatOptions {
  bool Colour = false; ///< text only
  bool Notes = true;   ///< text only: the others always have them
  /// Text only: each place of findings that say the same, not the first few.
  bool AllPlaces = true;
  /// HTML only: what ran, on what, and the pages of the rules (may be null).
  std::string Command = "lint", Title;
  RuleHelpFn Help;
};

struct LintFormat {
  llvm::StringLiteral Name;    ///< of `--format`
  llvm::StringLiteral Summary; ///< for --help
  std::string (*Write)(const LintResult &, const LintFormatOptions &);
};

/// In the order of --help. What is not UTF-8 becomes U+FFFD in all but text.
llvm::ArrayRef<LintFormat> lintFormats();
const LintFormat *findLintFormat(llvm::StringRef Name);

#define LINT_FORMAT(FUNCTION, NAME, SUMMARY)                                   \
  std::string lint##FUNCTION(const LintResult &, const LintFormatOptions &);
#include "Report/LintFormats.def"
#undef LINT_FORMAT

/// One line that counts what was found and what was left out.
std::string lintSummary(const LintResult &Result);

/// For text inside XML elements and attributes: characters that XML does not
/// allow become U+FFFD.
std::string xmlEscaped(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_REPORT_LINTFORMAT_H
