#include "Support/InternedText.h"

#include "llvm/ADT/StringSet.h"
#include <mutex>

using namespace llvm;

namespace musify {

InternedText::InternedText(StringRef Text) {
  struct Pool {
    std::mutex Lock;
    StringSet<> Texts;
  };
  static Pool Pools[16]; // so that threads seldom wait for each other

  if (Text.empty())
    return;
  uint32_t Hash = StringSet<>::hash(Text);
  Pool &Mine = Pools[Hash % std::size(Pools)];
  std::lock_guard Guard(Mine.Lock);
  Kept = &*Mine.Texts.try_emplace_with_hash(Text, Hash).first;
}

} // namespace musify
