//===- CheckoutPaths.h - Texts without the place of a checkout --*- C++ -*-===//
//
// What a parse tells is full of absolute paths. With a mark in place of the
// project's directory it holds for a copy of the project in another directory,
// and on another machine.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_CHECKOUTPATHS_H
#define MUSIFY_PARSE_CHECKOUTPATHS_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace musify {

class CheckoutPaths {
public:
  /// Absolute paths of directories; of the same number and meaning in each
  /// checkout. Those without a name, such as `/`, do not count.
  explicit CheckoutPaths(std::vector<std::string> Roots = {});

  /// `Text` with marks in place of the roots.
  std::string pack(llvm::StringRef Text) const;
  /// The roots in place of the marks; nothing if `Packed` is not packed.
  std::optional<std::string> unpack(llvm::StringRef Packed) const;

  /// True if the text has the path of a root: what it means depends on where
  /// the checkout is.
  bool areNamedIn(llvm::StringRef Text) const;

  uint64_t hash() const; ///< of the roots, never 0

private:
  /// The number of the root that begins at the offset.
  std::optional<size_t> rootAt(llvm::StringRef Text, size_t Offset) const;

  std::vector<std::string> Roots;
  std::vector<size_t> ByLength; ///< places in `Roots`, the longest first
};

} // namespace musify

#endif // MUSIFY_PARSE_CHECKOUTPATHS_H
