// The fixes as Clang's tools exchange them: YAML for clang-apply-replacements.
#include "Report/LintFormat.h"
#include "clang/Tooling/ReplacementsYaml.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {

std::string lintReplacements(const LintResult &Result,
                             const LintFormatOptions &) {
  clang::tooling::TranslationUnitReplacements Out;
  for (const LintFinding &F : Result.Findings)
    for (const LintFix &Each : F.Fix)
      Out.Replacements.emplace_back(F.File, Each.What.Offset, Each.What.Length,
                                    Each.What.Text);
  std::string Text;
  raw_string_ostream OS(Text);
  yaml::Output Yaml(OS);
  Yaml << Out;
  return Text;
}

} // namespace musify
