#include "Platform/NeutralName.h"
#include "Platform/Platform.h"

using namespace llvm;

namespace musify {

static void replaceAll(std::string &Text, StringRef Word) {
  if (Word.empty())
    return;
  for (size_t At = 0; (At = Text.find(Word, At)) != std::string::npos;)
    Text.replace(At, Word.size(), "@");
}

std::string neutralName(StringRef Text) {
  std::string Out = Text.lower();
  for (const Platform *P : {static_cast<const Platform *>(&sourcePlatform()),
                            static_cast<const Platform *>(&targetPlatform())})
    for (const std::string &Word : P->Prefixes.Lower)
      replaceAll(Out, StringRef(Word).lower());
  return Out;
}

std::string neutralPlatform(StringRef Text) {
  std::string Out = Text.lower();
  replaceAll(Out, sourcePlatform().Prefixes.Lower.front());
  replaceAll(Out, targetPlatform().Prefixes.Lower.front());
  return Out;
}

} // namespace musify
