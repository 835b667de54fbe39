//===- Fuzz.h - What the fuzzers share --------------------------*- C++ -*-===//
//
// Each fuzzer is one file with one function, which gets any bytes. It must end
// in time, touch no memory but its own, and keep what `require` says.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_FUZZ_FUZZ_H
#define MUSIFY_FUZZ_FUZZ_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size);

namespace musify {

/// The bytes with the zero behind them that Clang's lexer wants, as every
/// buffer of a file has it. They are good until the next call.
inline llvm::StringRef textOf(const uint8_t *Data, size_t Size) {
  static std::string Text;
  Text.assign(reinterpret_cast<const char *>(Data), Size);
  Text.shrink_to_fit(); // so that the sanitizer sees its end
  return Text;
}

inline void require(bool Holds, const char *What) {
  if (Holds)
    return;
  std::fprintf(stderr, "fuzz: %s\n", What);
  std::abort();
}

} // namespace musify

#endif // MUSIFY_FUZZ_FUZZ_H
