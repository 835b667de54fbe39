//===- LintFormat.h - Forms in which findings are written -------*- C++ -*-===//
//
// One file a form. Each gets the same result and returns the whole text.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REPORT_LINTFORMAT_H
#define MUSIFY_REPORT_LINTFORMAT_H

#include "Report/LintResult.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace musify {

struct LintFormatOptions {
  bool Colour = false; ///< text only
  bool Notes = true;   ///< text only: the others always have them
};

struct LintFormat {
  llvm::StringLiteral Name;    ///< of `--format`
  llvm::StringLiteral Summary; ///< for --help
  std::string (*Write)(const LintResult &, const LintFormatOptions &);
};

/// In the order of --help. What is not UTF-8 becomes U+FFFD in all but text.
llvm::ArrayRef<LintFormat> lintFormats();
const LintFormat *findLintFormat(llvm::StringRef Name);

std::string lintText(const LintResult &, const LintFormatOptions &);
std::string lintJson(const LintResult &, const LintFormatOptions &);
std::string lintSarif(const LintResult &, const LintFormatOptions &);
std::string lintGitLab(const LintResult &, const LintFormatOptions &);
std::string lintGitHub(const LintResult &, const LintFormatOptions &);
std::string lintRdjsonl(const LintResult &, const LintFormatOptions &);
std::string lintCheckstyle(const LintResult &, const LintFormatOptions &);
std::string lintJUnit(const LintResult &, const LintFormatOptions &);
std::string lintHtml(const LintResult &, const LintFormatOptions &);

/// One line that counts what was found and what was left out.
std::string lintSummary(const LintResult &Result);

/// For text inside XML elements and attributes: characters that XML does not
/// allow become U+FFFD.
std::string xmlEscaped(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_REPORT_LINTFORMAT_H
