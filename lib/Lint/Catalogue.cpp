#include "Lint/Catalogue.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <algorithm>

using namespace llvm;

namespace musify {

const LintRule *findLintRule(StringRef IdOrName) {
  for (const LintRule &R : LintRules)
    if (R.Id.equals_insensitive(IdOrName) ||
        R.Name.equals_insensitive(IdOrName))
      return &R;
  return nullptr;
}

std::string ruleTag(StringRef Name) {
  const LintRule *R = findLintRule(Name);
  return R ? R->Id.str() + " " + R->Name.str() : Name.str();
}

std::string nearestOf(StringRef Word, ArrayRef<StringRef> Known) {
  unsigned Best = Word.size() / 3 + 2;
  StringRef Nearest;
  for (StringRef Each : Known) {
    unsigned Distance = Word.edit_distance_insensitive(Each, true, Best);
    if (Distance < Best) {
      Best = Distance;
      Nearest = Each;
    }
  }
  return Nearest.str();
}

std::string nearestLintRule(StringRef Word) {
  SmallVector<StringRef, 64> Known;
  for (const LintRule &R : LintRules)
    llvm::append_values(Known, StringRef(R.Id), StringRef(R.Name));
  return nearestOf(Word, Known);
}

Severity levelFor(const LintRule &Rule,
                  ArrayRef<const Architecture *> Targets) {
  if (!Rule.Warp32Level)
    return Rule.Level;
  Severity Worst = Severity::Note;
  for (const Architecture *A : Targets)
    Worst = std::max(Worst, A->WarpSize == sourcePlatform().Warp.Size
                                ? *Rule.Warp32Level
                                : Rule.Level);
  return Worst;
}

} // namespace musify
