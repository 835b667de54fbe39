#include "Report/Groups.h"
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
  auto IsTold = [&](const LintFinding &F) {
    return F.Level != Severity::Note || Options.Notes;
  };
  Groups Same(Options.AllPlaces);
  for (const LintFinding &F : Result.Findings)
    if (IsTold(F))
      Same.add(F.Group);
  for (const LintFinding &F : Result.Findings) {
    if (!IsTold(F))
      continue;
    auto [IsShown, Hidden] = Same.next(F.Group);
    if (!IsShown)
      continue;
    printFinding(OS, F, P);
    if (Hidden)
      OS << say(msg::VerboseLists, say(msg::MorePlaces, Hidden))
                .text(Result.Lang)
         << '\n';
    if (Helped.insert(F.Rule).second)
      OS << P.Cyan
         << say(msg::RuleHelp, F.Rule->help(Result.Lang),
                ("`musify explain " + F.Rule->Id + "`").str())
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
  if (Result.LexerOnlyRegions)
    Out.add(
        say(msg::LexerOnly, Result.LexerOnlyNames, Result.LexerOnlyRegions));
  if (Result.Fixed)
    Out.add(say(msg::FixedCount, Result.Fixed));
  if (size_t Fixable = llvm::count_if(
          Result.Findings, [](const auto &F) { return !F.Fix.empty(); }))
    Out.add(say(msg::FixableCount, Fixable));
  if (Result.Suppressed)
    Out.add(say(msg::SuppressedCount, Result.Suppressed));
  if (Result.InBaseline)
    Out.add(say(msg::InBaselineCount, Result.InBaseline));
  if (Result.OnOldLines)
    Out.add(say(msg::OnOldLinesCount, Result.OnOldLines));
  return Out.text(Result.Lang) + '\n';
}

} // namespace musify
