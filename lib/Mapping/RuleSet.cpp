#include "Mapping/CustomRule.h"
#include "Mapping/Entry.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

void RuleSet::add(std::vector<CustomRule> More) {
  for (CustomRule &R : More) {
    llvm::erase_if(Rules,
                   [&](const CustomRule &Old) { return Old.Id == R.Id; });
    Rules.push_back(std::move(R));
  }
  ByName.clear();
  Matchers.clear();
  NeedsTypes = false;
  std::vector<const CustomRule *> Order;
  for (const CustomRule &R : Rules)
    Order.push_back(&R);
  // All stand in one vector: the address tells which came later.
  llvm::sort(Order, [](const CustomRule *A, const CustomRule *B) {
    return std::tuple(A->Priority, A) > std::tuple(B->Priority, B);
  });
  for (const CustomRule *R : Order) {
    NeedsTypes |= R->needsTypes();
    if (R->What == CustomRule::Match::Matcher)
      Matchers.push_back(R);
    else if (R->What == CustomRule::Match::Member)
      ByName[lastPart(R->Name)].push_back(R);
    else
      ByName[R->Name].push_back(R);
  }
  Words = WordFilter(ByName.size());
  for (const auto &Item : ByName)
    Words.add(Item.first());
}

ArrayRef<const CustomRule *> RuleSet::named(StringRef Name) const {
  if (Rules.empty())
    return {};
  auto It = ByName.find(Name);
  if (It == ByName.end())
    return {};
  return It->second;
}

} // namespace musify
