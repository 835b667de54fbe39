//===- Shard.h - The part of a project that one run parses ------*- C++ -*-===//
//
// Runs on several machines fill one cache of facts, and a last run finds all in
// it. Each knows its part from the inputs alone. Parts are neighbours by path:
// units that lie together include the same headers.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DRIVER_SHARD_H
#define MUSIFY_DRIVER_SHARD_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include <map>
#include <optional>
#include <string>

namespace musify {

/// The first of one: everything.
struct Shard {
  unsigned Number = 1, Count = 1; ///< `Number` begins with 1
  bool isWhole() const { return Count == 1; }
};

/// Of `2/3`; nothing for another text, or a number outside of 1 to the count.
std::optional<Shard> parseShard(llvm::StringRef Text);

/// A unit, or a header that no unit includes: by name, with the expected cost.
using ShardItems = std::map<std::string, double>;

/// The names in the shard's part: a range of `All` in their order, so that all
/// ranges cost about the same.
llvm::StringSet<> itemsOf(const Shard &Part, const ShardItems &All);

} // namespace musify

#endif // MUSIFY_DRIVER_SHARD_H
