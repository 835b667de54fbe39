#include "Platform/Names.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

NameSet::NameSet(ArrayRef<std::string> Spellings) : Spellings(Spellings) {
  for (StringRef Name : Spellings) {
    bool OpenBegin = Name.consume_front("*"), OpenEnd = Name.consume_back("*");
    if (OpenBegin)
      (OpenEnd ? Parts : Endings).push_back(Name.str());
    else if (OpenEnd)
      Beginnings.push_back(Name.str());
    else
      Whole.insert(Name);
    if (!OpenBegin)
      First.add(Name);
  }
}

bool NameSet::contains(StringRef Name) const {
  if (First.fit(Name) &&
      (Whole.contains(Name) ||
       any_of(Beginnings, [&](StringRef P) { return Name.starts_with(P); })))
    return true;
  return any_of(Endings, [&](StringRef E) { return Name.ends_with(E); }) ||
         any_of(Parts, [&](StringRef P) { return Name.contains(P); });
}

void NamePrefixes::index() {
  for (const auto *All : {&Lower, &Upper})
    for (StringRef P : *All)
      First.add(P);
  First.add(Driver);
  First.add(Word);
}

bool NamePrefixes::fit(StringRef Name) const {
  if (!First.fit(Name))
    return false;
  for (StringRef P : Lower)
    if (Name.size() > P.size() && Name.starts_with(P) &&
        isUpper(Name[P.size()]))
      return true;
  for (StringRef P : Upper)
    if (Name.size() > P.size() && Name.starts_with(P) &&
        isAlnum(Name[P.size()]))
      return true;
  return Name.consume_front(Driver) && Name.size() > 2 && isUpper(Name[0]) &&
         isAlpha(Name[1]);
}

bool NamePrefixes::fitFragment(StringRef Name) const {
  if (!First.fit(Name))
    return false;
  StringRef Stem = Name;
  Stem.consume_back("_");
  return is_contained(Lower, Name) || is_contained(Upper, Name) ||
         Name == Driver || Stem == Word || fit(Name);
}

} // namespace musify
