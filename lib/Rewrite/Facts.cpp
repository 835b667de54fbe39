#include "Rewrite/Facts.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

// AST before preprocessor; two units that disagree make the name ambiguous.
static void mergeName(NameFact &Mine, const NameFact &Theirs) {
  Mine.Deduced |= Theirs.Deduced;
  if (Mine.Whose != Theirs.Whose) {
    Mine.Whose = Owner::Ambiguous;
    Mine.Unit = std::min(Mine.Unit, Theirs.Unit);
    return;
  }
  bool Deduced = Mine.Deduced;
  if (std::tie(Theirs.From, Theirs.Unit) < std::tie(Mine.From, Mine.Unit))
    Mine = Theirs;
  Mine.Deduced = Deduced;
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
      if (!IsNew && Fact.Unit < It->second.Unit)
        It->second = Fact;
    }
    for (const auto &Name : Item.second.UserNames)
      Mine.UserNames.insert(Name.getKey());
    Mine.Pasted.insert_range(Item.second.Pasted);
    Mine.Stringised.insert_range(Item.second.Stringised);
    for (const auto &[Offset, Fact] : Item.second.Calls) {
      auto [It, IsNew] = Mine.Calls.try_emplace(Offset, Fact);
      if (!IsNew && It->second != Fact)
        It->second.reset();
    }
    Mine.Matches.insert(Item.second.Matches.begin(), Item.second.Matches.end());
    llvm::append_range(Mine.Told, Item.second.Told);
    Mine.IncludesTorch |= Item.second.IncludesTorch;
    Mine.OpensTorch |= Item.second.OpensTorch;
    const std::string &By = Item.second.CoveredBy;
    if (!By.empty() && (Mine.CoveredBy.empty() || By < Mine.CoveredBy))
      Mine.CoveredBy = By;
  }
  for (const auto &Name : Other.DeclaredNames)
    DeclaredNames.insert(Name.getKey());
}

} // namespace musify
