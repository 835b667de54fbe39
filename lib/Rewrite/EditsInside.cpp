#include "Rewrite/EditsInside.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

static bool isIn(const Finding &F, unsigned Begin, unsigned End) {
  return F.Where.Offset >= Begin && F.Where.Offset + F.Where.Length <= End;
}

void EditsInside::takeNew() {
  for (; Taken < All.size(); ++Taken)
    if (All[Taken].NewText)
      ByOffset.emplace(All[Taken].Where.Offset, Taken);
}

std::vector<const Finding *> EditsInside::of(unsigned Begin, unsigned End) {
  takeNew();
  std::vector<const Finding *> Out;
  for (auto It = ByOffset.lower_bound(Begin), Last = ByOffset.upper_bound(End);
       It != Last; ++It)
    if (isIn(All[It->second], Begin, End))
      Out.push_back(&All[It->second]);
  llvm::sort(Out, [](const Finding *A, const Finding *B) {
    return A->Where.key() < B->Where.key();
  });
  return Out;
}

void EditsInside::drop(unsigned Begin, unsigned End) {
  takeNew();
  for (auto It = ByOffset.lower_bound(Begin);
       It != ByOffset.end() && It->first <= End;) {
    if (isIn(All[It->second], Begin, End)) {
      Dropped.push_back(It->second);
      It = ByOffset.erase(It);
    } else {
      ++It;
    }
  }
}

EditsInside::~EditsInside() {
  BitVector IsDropped(All.size());
  for (size_t I : Dropped)
    IsDropped.set(I);
  size_t I = 0;
  llvm::erase_if(All, [&](const Finding &) { return IsDropped.test(I++); });
}

} // namespace musify
