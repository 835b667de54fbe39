#include "Build/Sides.h"
#include "Platform/NeutralName.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

static bool namesOf(const NamePrefixes &Prefixes, StringRef Text) {
  std::string Lower = Text.lower();
  return llvm::any_of(Prefixes.Lower, [&](StringRef Word) {
    return StringRef(Lower).contains(Word.lower());
  });
}

bool namesMusa(StringRef Text) {
  return namesOf(targetPlatform().Prefixes, Text);
}

bool namesCuda(StringRef Text) {
  return namesOf(sourcePlatform().Prefixes, Text);
}

bool mentionsOtherVendor(StringRef Text) {
  std::string Upper = Text.upper();
  StringRef Rest = Upper;
  auto IsWord = [](char C) { return isAlnum(C) || C == '_'; };
  while (!(Rest = Rest.drop_until(IsWord)).empty()) {
    StringRef Word = Rest.take_while(IsWord);
    if (sourcePlatform().OtherVendors.contains(Word))
      return true;
    Rest = Rest.drop_front(Word.size());
  }
  return false;
}

std::string neutralCondition(StringRef Condition) {
  std::string Out = neutralPlatform(Condition);
  llvm::erase_if(Out, [](char C) { return isSpace(C) || C == '"'; });
  return Out;
}

} // namespace musify
