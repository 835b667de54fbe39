#include "Report/LintFormat.h"
#include "Report/Palette.h"
#include "Report/SourceLine.h"
#include "Report/Text.h"
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
     << printable(F.Message) << P.Reset << " [" << ruleTag(F.Rule->Name)
     << "]\n";
  if (F.Length)
    printSourceLine(OS, F.SourceLine, F.Column - 1 - F.SourceBegin, F.Length,
                    P);
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
      OS << P.Cyan
         << say(msg::RuleHelp, F.Rule->help(Result.Lang), F.Rule->page())
                .text(Result.Lang)
         << P.Reset << '\n';
  }
  return Out;
}

std::string lintSummary(const LintResult &Result) {
  unsigned Count[3] = {};
  for (const LintFinding &F : Result.Findings)
    ++Count[int(F.Level)];
  std::vector<Message> Counts = {
      countOf(Severity::Error, Count[int(Severity::Error)]),
      countOf(Severity::Warning, Count[int(Severity::Warning)]),
      countOf(Severity::Note, Count[int(Severity::Note)])};
  Message Out = say(msg::FilesChecked, Result.Files.size(), listOf(Counts));
  if (!Result.NotParsed.empty())
    Out.add(say(msg::NotParsedCount, Result.NotParsed.size()));
  if (Result.Suppressed)
    Out.add(say(msg::SuppressedCount, Result.Suppressed));
  if (Result.InBaseline)
    Out.add(say(msg::InBaselineCount, Result.InBaseline));
  if (Result.OnOldLines)
    Out.add(say(msg::OnOldLinesCount, Result.OnOldLines));
  return Out.text(Result.Lang) + '\n';
}

} // namespace musify
