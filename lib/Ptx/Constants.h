//===- Constants.h - Values of constant expressions, as text ----*- C++ -*-===//
#ifndef MUSIFY_PTX_CONSTANTS_H
#define MUSIFY_PTX_CONSTANTS_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace musify {

/// The value of an integer expression such as `(0xf0 & 0xcc) | 0xaa`. Names
/// are looked up in `Before`, the text before it: `constexpr int N = ...;` or
/// `#define N ...`, the nearest one. None if the text does not say it.
std::optional<uint64_t> constantValue(llvm::StringRef Expression,
                                      llvm::StringRef Before);

} // namespace musify

#endif // MUSIFY_PTX_CONSTANTS_H
