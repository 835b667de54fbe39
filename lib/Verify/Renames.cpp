#include "Verify/Renames.h"

using namespace llvm;

namespace musify {

Renames::Verdict Renames::verdict(StringRef Old) const {
  auto It = Became.find(Old);
  if (It == Became.end() || kept(Old) || It->second.size() > 1)
    return Verdict::Part;
  return It->second.begin()->second > 1 ? Verdict::Whole : Verdict::Single;
}

unsigned Renames::count(StringRef Old, StringRef New) const {
  auto It = Became.find(Old);
  if (It == Became.end())
    return 0;
  auto To = It->second.find(New.str());
  return To == It->second.end() ? 0 : To->second;
}

std::string Renames::mostlyTo(StringRef Old) const {
  std::string Best;
  auto It = Became.find(Old);
  if (It != Became.end())
    for (const auto &[New, Count] : It->second)
      if (Best.empty() || Count > count(Old, Best))
        Best = New;
  return Best;
}

} // namespace musify
