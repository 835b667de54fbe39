//===- ShimSource.h - A file of a shim and what was found in it -*- C++ -*-===//
#ifndef MUSIFY_DRIVER_SHIMSOURCE_H
#define MUSIFY_DRIVER_SHIMSOURCE_H

#include "Report/Result.h"
#include "Scan/LexerEngine.h"
#include "Shim/Guard.h"
#include "Shim/Lines.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include <set>
#include <utility>
#include <vector>

namespace musify {

using Range = std::pair<unsigned, unsigned>; ///< offsets, half-open

/// One file, and what was found in it.
struct ShimSource {
  ShimSource(FileResult &File, const Table &Names)
      : File(File), Scan(scanFile(File.OldText, Names, false)),
        Lines(File.OldText), Tokens(lexShimText(File.OldText)) {
    for (const auto &[I, L] : llvm::enumerate(Tokens))
      TokenAt[L.Offset] = I;
    for (const Candidate &C : Scan.Candidates)
      CandidateAt[C.Offset] = &C;
  }

  llvm::StringRef spelling(size_t Token) const {
    return llvm::StringRef(File.OldText)
        .substr(Tokens[Token].Offset, Tokens[Token].Length);
  }
  const Candidate *candidateOf(const Finding &F) const {
    auto It = CandidateAt.find(F.Where.Offset);
    return It != CandidateAt.end() && It->second->Length == F.Where.Length
               ? It->second
               : nullptr;
  }
  bool neverMusa(unsigned Offset) const {
    return isWithin(Scan.NeverMusa, Offset);
  }
  /// Behind `struct` and the like, or opened as a namespace.
  bool isTagged(unsigned Offset) const {
    auto It = TokenAt.find(Offset);
    if (It == TokenAt.end() || It->second == 0)
      return false;
    llvm::StringRef Before = spelling(It->second - 1);
    if (Before == "namespace")
      return It->second < 2 || spelling(It->second - 2) != "using";
    return Before == "struct" || Before == "class" || Before == "enum" ||
           Before == "union";
  }

  FileResult &File;
  ScannedFile Scan;
  SourceLines Lines;
  std::vector<ShimToken> Tokens;
  llvm::DenseMap<unsigned, size_t> TokenAt;
  llvm::DenseMap<unsigned, const Candidate *> CandidateAt;
  std::set<size_t> IncludeLines; ///< of CUDA's headers, MUSA's own aside
  bool IncludesCuda = false, UsesNames = false;
  Guarded Guards;
};

} // namespace musify

#endif // MUSIFY_DRIVER_SHIMSOURCE_H
