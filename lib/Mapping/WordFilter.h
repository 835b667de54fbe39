//===- WordFilter.h - Words that are surely not known -----------*- C++ -*-===//
#ifndef MUSIFY_MAPPING_WORDFILTER_H
#define MUSIFY_MAPPING_WORDFILTER_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace musify {

/// A Bloom filter: it forgets no word, and takes about one strange word in a
/// hundred for a known one.
class WordFilter {
public:
  /// For about `Count` words.
  explicit WordFilter(size_t Count = 0);

  /// The last part of a qualified name, which is what stands in a file.
  void add(llvm::StringRef Name);
  bool mayHold(uint64_t Hash) const { return mayHold(Bits, Hash); }
  llvm::StringRef bits() const { return Bits; }

  static uint64_t hash(llvm::StringRef Word);
  /// `Bits` are those of a filter.
  static bool mayHold(llvm::StringRef Bits, uint64_t Hash);

private:
  std::string Bits; ///< a power of two of bytes
};

} // namespace musify

#endif // MUSIFY_MAPPING_WORDFILTER_H
