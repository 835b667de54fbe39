//===- MusaCode.h - Whether a file is MUSA's code ---------------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_MUSACODE_H
#define MUSIFY_REWRITE_MUSACODE_H

#include "Scan/LexerEngine.h"

namespace musify {

/// A scanned file that may be CUDA's or MUSA's code.
struct EitherScan {
  ScannedFile Scan; ///< `Scan.IsMusa` tells whose it is
  /// Most of its names are MUSA's: so are those that it must be parsed with.
  /// A file called `.mu` may still be all CUDA.
  bool SpeaksMusa = false;
};

/// False if surely no name of MUSA's stands in the text: a cheap first look.
bool mayNameMusa(llvm::StringRef Text);

/// Scans a file of either kind. It is MUSA's code if it is called `.mu` or
/// `.muh`, or if it has more names of MUSA's than of CUDA's and includes no
/// header of CUDA's, all outside of branches for MUSA alone. `Back` leads from
/// MUSA to CUDA, `Names` the other way.
EitherScan scanEither(llvm::StringRef Path, llvm::StringRef Text,
                      const Table &Names, const Table &Back, bool WithComments);

} // namespace musify

#endif // MUSIFY_REWRITE_MUSACODE_H
