#include "Driver/Shard.h"

using namespace llvm;

namespace musify {

std::optional<Shard> parseShard(StringRef Text) {
  Shard Out;
  auto [Number, Count] = Text.split('/');
  if (Number.getAsInteger(10, Out.Number) ||
      Count.getAsInteger(10, Out.Count) || Out.Number == 0 ||
      Out.Number > Out.Count)
    return std::nullopt;
  return Out;
}

StringSet<> itemsOf(const Shard &Part, const ShardItems &All) {
  double Sum = 0;
  for (const auto &[Name, Cost] : All)
    Sum += Cost;
  StringSet<> Out;
  double Before = 0;
  for (const auto &[Name, Cost] : All) {
    // An item belongs to the part that its middle is in.
    double Middle = Sum > 0 ? (Before + Cost / 2) / Sum * Part.Count : 0;
    if (std::min(unsigned(Middle), Part.Count - 1) == Part.Number - 1)
      Out.insert(Name);
    Before += Cost;
  }
  return Out;
}

} // namespace musify
