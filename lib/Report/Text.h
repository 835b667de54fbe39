//===- Text.h - A run for people to read ------------------------*- C++ -*-===//
#ifndef MUSIFY_REPORT_TEXT_H
#define MUSIFY_REPORT_TEXT_H

#include "Report/Result.h"
#include "llvm/Support/raw_ostream.h"

namespace musify {

/// Prints findings as Clang prints diagnostics, with source line and caret.
/// Notes are left out unless `Verbose`; edits are not findings. Control
/// characters and bytes that are not UTF-8 are shown as `?`.
void printFindings(llvm::raw_ostream &OS, const RunResult &Run, bool Colour,
                   bool Verbose = false);

/// Prints the counts of a run: files, edits, findings, names without
/// (verified) MUSA counterpart, folders with code of others, files that were
/// not parsed completely. `Verbose` lists what else is only counted.
void printSummary(llvm::raw_ostream &OS, const RunResult &Run, bool Colour,
                  bool Verbose = false);

/// `3 errors`.
Message countOf(Severity Level, size_t Count);

} // namespace musify

#endif // MUSIFY_REPORT_TEXT_H
