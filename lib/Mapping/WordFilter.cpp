#include "Mapping/WordFilter.h"
#include "Mapping/Entry.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace musify {

/// Two bits stand for a word: those that the halves of its hash name.
static std::pair<size_t, size_t> places(StringRef Bits, uint64_t Hash) {
  size_t Mask = 8 * Bits.size() - 1;
  return {Hash & Mask, Hash >> 32 & Mask};
}

static bool isSet(StringRef Bits, size_t At) {
  return Bits[At / 8] >> (At % 8) & 1;
}

WordFilter::WordFilter(size_t Count) : Bits(PowerOf2Ceil(2 * Count + 8), 0) {}

uint64_t WordFilter::hash(StringRef Word) { return xxh3_64bits(Word); }

bool WordFilter::mayHold(StringRef Bits, uint64_t Hash) {
  auto [First, Second] = places(Bits, Hash);
  return isSet(Bits, First) && isSet(Bits, Second);
}

void WordFilter::add(StringRef Name) {
  auto [First, Second] = places(Bits, hash(lastPart(Name)));
  for (size_t At : {First, Second})
    Bits[At / 8] |= 1 << (At % 8);
}

} // namespace musify
