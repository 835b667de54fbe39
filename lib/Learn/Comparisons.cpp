// Macros that conditions compare with numbers: thresholds of architectures and
// versions.
#include "Learn/CallRules.h"
#include "Learn/Calls.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace musify {
namespace {

bool isOperator(StringRef T) {
  return StringSwitch<bool>(T)
      .Cases({"<", ">", "<=", ">=", "==", "!="}, true)
      .Default(false);
}

bool isNumber(StringRef T) {
  uint64_t Value;
  return !T.rtrim("uUlL").getAsInteger(0, Value);
}

} // namespace

void observeComparisons(AlignedFile &F, Observations &Out) {
  constexpr size_t Nowhere = AlignedFile::Nowhere;
  bool InDirective = false;
  for (size_t I = 0; I + 1 < F.Old.size(); ++I) {
    if (F.Old[I].Text.empty())
      InDirective = F.Old[I + 1].Text == "#";
    bool Compares = InDirective && I && isOperator(F.Old[I].Text) &&
                    isWord(F.Was[I - 1]) && F.Old[I - 1].IsName &&
                    isNumber(F.Old[I + 1].Text);
    size_t New = F.NewOf[I];
    if (!Compares || New == Nowhere || !New || New + 1 >= F.Now.size())
      continue;
    StringRef Name = F.Now[New - 1].Text, Number = F.Now[New + 1].Text;
    if (F.Now[New].Text != F.Old[I].Text || !F.Now[New - 1].IsName ||
        !isNumber(Number))
      continue;
    bool IsChanged = Number != F.Old[I + 1].Text;
    MacroComparison &C =
        Out.Comparisons[{F.Was[I - 1].str(), F.Old[I + 1].Text.str()}];
    ++C.Total;
    if (!IsChanged)
      continue;
    C.Became[(Name + " $op " + Number).str()].add(lineOf(F, I));
    F.OldTaken[I - 1] = F.OldTaken[I + 1] = true;
    F.NewTaken[New - 1] = F.NewTaken[New + 1] = true;
  }
}

void learnComparisons(const Observations &Seen, Learned &Out) {
  for (const auto &[What, C] : Seen.Comparisons)
    for (const auto &[Now, Count] : C.Became) {
      const auto &[Name, Number] = What;
      Tally Whole = Count;
      Whole.Against = C.Total - Count.Places;
      if (!CallBounds::isEnough(Count.Places, C.Total)) {
        Unlearned U;
        U.What = Unlearned::Kind::Comparison;
        U.Was = (Twine(Name) + " $op " + Number).str();
        U.Now = Now;
        U.Count = Whole;
        U.Why = Count.Places < CallBounds::Least ? Unlearned::Reason::TooFew
                                                 : Unlearned::Reason::Against;
        Out.Rest.push_back(std::move(U));
        continue;
      }
      CustomRule R;
      R.Id = ("learned-" + Twine(Name) + "-" + Number).str();
      R.What = CustomRule::Match::Compare;
      R.Name = Name;
      R.With = StringRef(Number).rtrim("uUlL").str();
      R.Replace = {Now};
      Out.Rules.push_back({std::move(R), Whole.Places, Whole.Against});
    }
}

} // namespace musify
