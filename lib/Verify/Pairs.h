//===- Pairs.h - Which file of a port is which of the original --*- C++ -*-===//
#ifndef MUSIFY_VERIFY_PAIRS_H
#define MUSIFY_VERIFY_PAIRS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>
#include <vector>

namespace musify {

struct FilePairs {
  std::map<std::string, std::string> Ports; ///< original → port
  std::vector<std::string> Missing;         ///< originals without a port
  std::vector<std::string> Extra;           ///< of the port alone
};

/// Pairs paths below two roots, each list sorted. `Ledger` gives the original
/// of a port's file, "" if it does not know it. Then a file is sought under its
/// ported name, under its own, and under one that differs in words of the
/// platforms alone (`cuda/foo_cuda.cu`, `musa/foo_musa.mu`); of the rest, those
/// are paired whose lines `LinesOf*` (sorted hashes) are mostly the same.
FilePairs pairFiles(
    llvm::ArrayRef<std::string> Originals, llvm::ArrayRef<std::string> Ports,
    llvm::function_ref<std::string(llvm::StringRef)> Ledger,
    llvm::function_ref<std::vector<size_t>(llvm::StringRef)> LinesOfOriginal,
    llvm::function_ref<std::vector<size_t>(llvm::StringRef)> LinesOfPort);

/// Hashes of the lines of `Text` without blanks and empty ones, sorted, once
/// each.
std::vector<size_t> lineHashes(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_VERIFY_PAIRS_H
