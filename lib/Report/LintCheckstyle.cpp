// Checkstyle's XML, which many CI systems read.
#include "Report/LintFormat.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {

std::string lintCheckstyle(const LintResult &Result,
                           const LintFormatOptions &) {
  std::string Out;
  raw_string_ostream OS(Out);
  OS << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<checkstyle version=\"4.3\">\n";
  const std::string *Open = nullptr;
  for (const LintFinding &F : Result.Findings) {
    if (!Open || *Open != F.Path) {
      OS << (Open ? "  </file>\n" : "") << "  <file name=\""
         << xmlEscaped(F.Path) << "\">\n";
      Open = &F.Path;
    }
    OS << "    <error line=\"" << F.Line << "\" column=\"" << F.Column
       << "\" severity=\""
       << (F.Level == Severity::Note ? "info" : severityName(F.Level))
       << "\" message=\"" << xmlEscaped(F.Message) << "\" source=\"musify."
       << F.Rule->Id << "\"/>\n";
  }
  OS << (Open ? "  </file>\n" : "") << "</checkstyle>\n";
  return Out;
}

} // namespace musify
