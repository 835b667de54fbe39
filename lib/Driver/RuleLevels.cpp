#include "Driver/RuleLevels.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

void applyRuleLevels(RunResult &Result, const LintConfig &Config) {
  for (FileResult &File : Result.Files)
    llvm::erase_if(File.Plan.Findings, [&](Finding &F) {
      const LintRule *Rule = findLintRule(F.Rule);
      if (!Rule)
        return false;
      auto Set = Config.settingFor(*Rule, File.Path);
      if (Set && Set->Level)
        F.Level = *Set->Level;
      return Set && !Set->Level;
    });
}

} // namespace musify
