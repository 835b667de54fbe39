#include "Facts/Facts.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

/// The first of two names of units, of which one may be empty.
static std::string firstUnit(const std::string &A, const std::string &B) {
  return A.empty() || (!B.empty() && B < A) ? B : A;
}

// AST before preprocessor; two units that disagree make the name ambiguous, and
// the first of each side is kept. The order of units must not show.
static void mergeName(NameFact &Mine, const NameFact &Theirs) {
  auto Side = [](const NameFact &F, Owner Whose, const std::string &Dispute) {
    return F.Whose == Whose ? F.Unit : Dispute;
  };
  bool Deduced = Mine.Deduced || Theirs.Deduced;
  std::string SdkUnit = firstUnit(Side(Mine, Owner::Sdk, Mine.SdkUnit),
                                  Side(Theirs, Owner::Sdk, Theirs.SdkUnit));
  std::string UserUnit = firstUnit(Side(Mine, Owner::User, Mine.UserUnit),
                                   Side(Theirs, Owner::User, Theirs.UserUnit));
  bool Agree = Mine.Whose == Theirs.Whose;
  if (!Agree || Mine.Whose == Owner::Ambiguous)
    Mine = {Owner::Ambiguous,
            std::min(Mine.From, Theirs.From),
            std::min(Mine.Unit, Theirs.Unit),
            "",
            Deduced,
            SdkUnit,
            UserUnit};
  else if (std::tie(Theirs.From, Theirs.Unit, Theirs.Scope) <
           std::tie(Mine.From, Mine.Unit, Mine.Scope))
    Mine = Theirs;
  Mine.Deduced = Deduced;
}

// A unit that finds the header knows more than one that does not.
static void mergeInclude(IncludeFact &Mine, const IncludeFact &Theirs) {
  auto Side = [](const IncludeFact &F, bool InSdk, const std::string &Dispute) {
    return F.isFound() && F.InSdk == InSdk ? F.Unit : Dispute;
  };
  std::string SdkUnit = firstUnit(Side(Mine, true, Mine.SdkUnit),
                                  Side(Theirs, true, Theirs.SdkUnit));
  std::string UserUnit = firstUnit(Side(Mine, false, Mine.UserUnit),
                                   Side(Theirs, false, Theirs.UserUnit));
  auto Key = [](const IncludeFact &F) {
    return std::tuple(!F.isFound(), StringRef(F.Unit), StringRef(F.Resolved),
                      F.InSdk);
  };
  if (Key(Theirs) < Key(Mine))
    Mine = Theirs;
  bool Disagree = !SdkUnit.empty() && !UserUnit.empty();
  Mine.SdkUnit = Disagree ? SdkUnit : "";
  Mine.UserUnit = Disagree ? UserUnit : "";
}

Ranges intersection(const Ranges &A, const Ranges &B) {
  Ranges Out;
  for (size_t I = 0, J = 0; I < A.size() && J < B.size();) {
    unsigned Begin = std::max(A[I].first, B[J].first);
    unsigned End = std::min(A[I].second, B[J].second);
    if (Begin < End)
      Out.emplace_back(Begin, End);
    ++(A[I].second < B[J].second ? I : J);
  }
  return Out;
}

static void mergeString(StringFact &Mine, const StringFact &Theirs) {
  Mine.IsShown &= Theirs.IsShown;
  Mine.FindsOverridden |= Theirs.FindsOverridden;
  if (Mine.LookedUpBy.empty() ||
      (!Theirs.LookedUpBy.empty() && Theirs.LookedUpBy < Mine.LookedUpBy))
    Mine.LookedUpBy = Theirs.LookedUpBy;
}

void FileFacts::noteString(unsigned Offset, const StringFact &Fact) {
  auto [It, IsNew] = Strings.try_emplace(Offset, Fact);
  if (!IsNew)
    mergeString(It->second, Fact);
}

void Facts::merge(Facts Other) {
  for (auto &Item : Other.Files) {
    FileFacts &Mine = Files[Item.first()];
    for (const auto &[Offset, Fact] : Item.second.Names) {
      auto [It, IsNew] = Mine.Names.try_emplace(Offset, Fact);
      if (!IsNew)
        mergeName(It->second, Fact);
    }
    for (const auto &[Offset, Fact] : Item.second.Includes) {
      auto [It, IsNew] = Mine.Includes.try_emplace(Offset, Fact);
      if (!IsNew)
        mergeInclude(It->second, Fact);
    }
    for (const auto &Name : Item.second.UserNames)
      Mine.UserNames.insert(Name.getKey());
    Mine.Pasted.insert_range(Item.second.Pasted);
    Mine.Stringised.insert_range(Item.second.Stringised);
    Mine.Compiled.insert_range(Item.second.Compiled);
    for (const auto &[Offset, Fact] : Item.second.Strings)
      Mine.noteString(Offset, Fact);
    Mine.Declarators.insert_range(Item.second.Declarators);
    for (const auto &[Offset, Fact] : Item.second.Calls) {
      auto [It, IsNew] = Mine.Calls.try_emplace(Offset, Fact);
      if (!IsNew && It->second != Fact)
        It->second.reset();
    }
    Mine.Matches.insert(Item.second.Matches.begin(), Item.second.Matches.end());
    llvm::append_range(Mine.Told, Item.second.Told);
    Mine.IncludesTorch |= Item.second.IncludesTorch;
    Mine.OpensTorch |= Item.second.OpensTorch;
    Mine.InCudaUnit |= Item.second.InCudaUnit;
    if (Mine.Unseen && Item.second.Unseen)
      Mine.Unseen = intersection(*Mine.Unseen, *Item.second.Unseen);
    else if (Item.second.Unseen)
      Mine.Unseen = std::move(Item.second.Unseen);
    const std::string &By = Item.second.CoveredBy;
    if (!By.empty() && (Mine.CoveredBy.empty() || By < Mine.CoveredBy))
      Mine.CoveredBy = By;
  }
  for (const auto &Name : Other.DeclaredNames)
    DeclaredNames.insert(Name.getKey());
}

} // namespace musify
