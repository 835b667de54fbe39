#include "Driver/RuleLevels.h"
#include "Lint/Catalogue.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

void limitLevels(RunResult &Result, const PortOptions &Options) {
  auto Targets = Options.targets();
  for (FileResult &File : Result.Files)
    for (Finding &F : File.Plan.Findings) {
      const LintRule *Rule = findLintRule(F.Rule);
      if (Rule && (Options.IsLint || Rule->Warp32Level))
        F.Level = std::min(F.Level, levelFor(*Rule, Targets));
    }
}

SuppressedFile suppressionsOf(const FileResult &File) {
  SuppressedFile All = readSuppressions(File.OldText);
  for (const NestedText &N : File.Nested) {
    SuppressedFile Inside = readSuppressions(N.Code);
    for (Suppression &S : Inside.List)
      S.MayBeUnused = N.Parsed;
    llvm::append_range(All.List, std::move(Inside.List));
    llvm::append_range(All.Faults, std::move(Inside.Faults));
  }
  return All;
}

static void applyTo(FileResult &File, const LintConfig &Config,
                    unsigned &Suppressed) {
  SuppressedFile Comments = suppressionsOf(File);
  llvm::erase_if(File.Plan.Findings, [&](Finding &F) {
    const LintRule *Rule = findLintRule(F.Rule);
    if (!Rule)
      return false;
    auto Set = Config.settingFor(*Rule, File.Path);
    if (Set && !Set->Level)
      return true;
    if (Set)
      F.Level = *Set->Level;
    bool IsHidden = llvm::any_of(Comments.List, [&](Suppression &S) {
      return S.hides(*Rule, F.Where.Offset);
    });
    Suppressed += IsHidden;
    return IsHidden;
  });
}

void applyRuleLevels(RunResult &Result, const LintConfig &Config) {
  for (FileResult &File : Result.Files)
    if (!File.Plan.Findings.empty())
      applyTo(File, Config, Result.Suppressed);
}

} // namespace musify
