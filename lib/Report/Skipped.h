//===- Skipped.h - Paths that failed or were left out -----------*- C++ -*-===//
#ifndef MUSIFY_REPORT_SKIPPED_H
#define MUSIFY_REPORT_SKIPPED_H

#include "Report/Result.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace musify {

/// How the line of a path begins; empty: no line.
struct SkippedPrefix {
  llvm::StringRef Failed;
  llvm::StringRef BrokenLink = {};
  llvm::StringRef LeftOut = {};
};

/// Prints a line `PATH: REASON` for each path that has a prefix, sorted by
/// path. True if a path failed.
bool printSkipped(llvm::raw_ostream &OS, llvm::ArrayRef<SkippedResult> Skipped,
                  const SkippedPrefix &Prefix, Language Lang);

} // namespace musify

#endif // MUSIFY_REPORT_SKIPPED_H
