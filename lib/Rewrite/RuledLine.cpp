#include "Rewrite/RuledLine.h"
#include <algorithm>
#include <numeric>

using namespace llvm;

namespace musify {

RuledLine::RuledLine(StringRef Line, const TextPorter &Rules)
    : Text(Line), Origin(Line.size()) {
  std::iota(Origin.begin(), Origin.end(), 0);
  if (Rules.keepsLine(Line))
    return;
  for (const auto &[Old, New] : Rules.Rules)
    replace(Old, New);
}

std::string RuledLine::textOf(unsigned Begin, unsigned End) const {
  std::string Out;
  for (size_t I = 0; I < Text.size(); ++I)
    if (Origin[I] >= Begin && Origin[I] < End)
      Out += Text[I];
  return Out;
}

void RuledLine::replace(StringRef Old, StringRef New) {
  for (size_t At = StringRef(Text).find(Old); At != StringRef::npos;
       At = StringRef(Text).find(Old, At))
    At = replaceAt(At, Old, New);
}

/// Returns where the search goes on.
size_t RuledLine::replaceAt(size_t At, StringRef Old, StringRef New) {
  size_t Shorter = std::min(Old.size(), New.size());
  size_t Front =
      std::mismatch(Old.begin(), Old.begin() + Shorter, New.begin()).first -
      Old.begin();
  size_t Back = 0;
  while (Back < Shorter - Front &&
         Old[Old.size() - 1 - Back] == New[New.size() - 1 - Back])
    ++Back;
  size_t From = At + Front, Gone = Old.size() - Front - Back;
  StringRef Added = New.drop_front(Front).drop_back(Back);
  unsigned Begin = From < Origin.size() ? Origin[From] : 0;
  Text.replace(From, Gone, Added.data(), Added.size());
  Origin.erase(Origin.begin() + From, Origin.begin() + From + Gone);
  Origin.insert(Origin.begin() + From, Added.size(), Begin);
  return At + New.size();
}

} // namespace musify
