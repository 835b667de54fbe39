// JUnit's XML: a suite a file. A finding that fails the run is a failed case,
// another one a passed case with output; a file without findings passes.
#include "Report/LintFormat.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

using namespace llvm;

namespace musify {

static void writeCase(raw_ostream &OS, const LintFinding &F, Severity FailOn) {
  std::string Place =
      (F.Path + ":" + Twine(F.Line) + ":" + Twine(F.Column)).str();
  std::string Said =
      xmlEscaped(Place + ": " + severityName(F.Level).str() + ": " + F.Message);
  OS << "    <testcase classname=\"" << xmlEscaped(F.Path) << "\" name=\""
     << F.Rule->Id << ' ' << F.Rule->Name << ' ' << F.Line << ':' << F.Column
     << "\">\n";
  if (F.Level >= FailOn)
    OS << "      <failure type=\"" << severityName(F.Level) << "\" message=\""
       << xmlEscaped(F.Message) << "\">" << Said << "</failure>\n";
  else
    OS << "      <system-out>" << Said << "</system-out>\n";
  OS << "    </testcase>\n";
}

std::string lintJUnit(const LintResult &Result, const LintFormatOptions &) {
  std::map<StringRef, std::vector<const LintFinding *>> ByFile;
  for (const std::string &Path : Result.Files)
    ByFile[Path];
  for (const LintFinding &F : Result.Findings)
    ByFile[F.Path].push_back(&F);
  std::string Out;
  raw_string_ostream OS(Out);
  OS << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"musify lint\">\n";
  for (const auto &[Path, Findings] : ByFile) {
    size_t Failures = llvm::count_if(Findings, [&](const LintFinding *F) {
      return F->Level >= Result.FailOn;
    });
    OS << "  <testsuite name=\"" << xmlEscaped(Path) << "\" tests=\""
       << std::max<size_t>(Findings.size(), 1) << "\" failures=\"" << Failures
       << "\" errors=\"0\">\n";
    if (Findings.empty())
      OS << "    <testcase classname=\"" << xmlEscaped(Path)
         << "\" name=\"no findings\"/>\n";
    for (const LintFinding *F : Findings)
      writeCase(OS, *F, Result.FailOn);
    OS << "  </testsuite>\n";
  }
  OS << "</testsuites>\n";
  return Out;
}

} // namespace musify
