//===- Palette.h - Terminal colours of the text reports ---------*- C++ -*-===//
#ifndef MUSIFY_REPORT_PALETTE_H
#define MUSIFY_REPORT_PALETTE_H

#include "llvm/ADT/StringRef.h"

namespace musify {

/// Escape sequences; all empty when colours are off. Written directly, since
/// `raw_ostream::changeColor` asks the stream and not the caller.
struct Palette {
  llvm::StringRef Bold, Red, Green, Cyan, BoldRed, BoldMagenta, BoldCyan, Reset;

  static Palette of(bool Colour) {
    if (!Colour)
      return {};
    return {"\033[1m",    "\033[31m",   "\033[32m",   "\033[36m",
            "\033[1;31m", "\033[1;35m", "\033[1;36m", "\033[0m"};
  }
};

} // namespace musify

#endif // MUSIFY_REPORT_PALETTE_H
