#include "Report/LintFormat.h"
#include "Report/Palette.h"
#include "Report/SourceLine.h"
#include "Report/Summary.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;

namespace musify {

static void printFinding(raw_ostream &OS, const LintFinding &F,
                         const Palette &P) {
  StringRef Paint = F.Level == Severity::Error     ? P.BoldRed
                    : F.Level == Severity::Warning ? P.BoldMagenta
                                                   : P.BoldCyan;
  OS << P.Bold << printable(F.Shown) << ':' << F.Line << ':' << F.Column << ": "
     << P.Reset << Paint << severityName(F.Level) << ": " << P.Reset << P.Bold
     << printable(F.Message) << P.Reset << " [" << F.Rule->Id << ' '
     << F.Rule->Name << "]\n";
  if (F.Length)
    printSourceLine(OS, F.SourceLine, F.Column - 1, F.Length, P);
}

// The help of a rule is the same each time, so it stands at its first finding.
std::string lintText(const LintResult &Result,
                     const LintFormatOptions &Options) {
  Palette P = Palette::of(Options.Colour);
  std::set<const LintRule *> Helped;
  std::string Out;
  raw_string_ostream OS(Out);
  for (const LintFinding &F : Result.Findings) {
    if (F.Level == Severity::Note && !Options.Notes)
      continue;
    printFinding(OS, F, P);
    if (Helped.insert(F.Rule).second)
      OS << P.Cyan << "help: " << P.Reset << F.Rule->Help << "; see "
         << F.Rule->page() << '\n';
  }
  return Out;
}

std::string lintSummary(const LintResult &Result) {
  unsigned Count[3] = {};
  for (const LintFinding &F : Result.Findings)
    ++Count[int(F.Level)];
  std::string Out = counted(Result.Files.size(), "file") + " checked: " +
                    counted(Count[int(Severity::Error)], "error") + ", " +
                    counted(Count[int(Severity::Warning)], "warning") + ", " +
                    counted(Count[int(Severity::Note)], "note");
  if (Result.Suppressed)
    Out += "; " + std::to_string(Result.Suppressed) + " suppressed";
  if (Result.InBaseline)
    Out += "; " + std::to_string(Result.InBaseline) + " in the baseline";
  if (Result.OnOldLines)
    Out += "; " + std::to_string(Result.OnOldLines) + " on unchanged lines";
  return Out + '\n';
}

} // namespace musify
