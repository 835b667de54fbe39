// GitHub's workflow commands: annotations of a pull request's lines.
#include "Report/LintFormat.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {

/// `%`, line ends and, in a property, what separates properties.
static std::string escaped(StringRef Text, bool Property) {
  std::string Out;
  for (char C : json::isUTF8(Text) ? Text.str() : json::fixUTF8(Text)) {
    if (C == '%' || C == '\r' || C == '\n' ||
        (Property && (C == ':' || C == ',')))
      Out += "%" + utohexstr(static_cast<unsigned char>(C), false, 2);
    else
      Out += C;
  }
  return Out;
}

std::string lintGitHub(const LintResult &Result, const LintFormatOptions &) {
  std::string Out;
  raw_string_ostream OS(Out);
  for (const LintFinding &F : Result.Findings)
    OS << "::" << (F.Level == Severity::Note ? "notice" : severityName(F.Level))
       << " file=" << escaped(F.Path, true) << ",line=" << F.Line
       << ",endLine=" << F.EndLine << ",col=" << F.Column
       << ",endColumn=" << F.EndColumn << ",title="
       << escaped(F.Rule->Id.str() + " " + F.Rule->Name.str(), true)
       << "::" << escaped(F.Message, false) << '\n';
  return Out;
}

} // namespace musify
