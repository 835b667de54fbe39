//===- BranchNeeds.h - What a guarded branch needs of a device --*- C++ -*-===//
#ifndef MUSIFY_REWRITE_BRANCHNEEDS_H
#define MUSIFY_REWRITE_BRANCHNEEDS_H

#include "Rewrite/Rule.h"
#include "Scan/GuardChains.h"
#include "Scan/RawLexer.h"
#include "clang/Basic/IdentifierTable.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"

namespace musify {

/// What no device can compile.
constexpr llvm::StringLiteral ErrorDirective = "#error";
/// Inline PTX, as a need.
constexpr llvm::StringLiteral PtxFeature = "asm";

/// What the code of one branch needs of a device. All point into its file.
struct Needs {
  llvm::SmallSetVector<llvm::StringRef, 4> Names; ///< that MUSA has
  llvm::StringRef Lacks;  ///< that it does not have; empty: nothing
  llvm::StringRef Unsure; ///< that it may not have
  /// Entries that an architecture may lack.
  llvm::SmallSetVector<llvm::StringRef, 8> Entries;

  /// What of it the architecture lacks; empty: nothing.
  llvm::StringRef lackedBy(const Architecture &A) const {
    if (!Lacks.empty())
      return Lacks;
    auto It = llvm::find_if(
        Entries, [&](llvm::StringRef Name) { return A.Lacks.contains(Name); });
    return It == Entries.end() ? llvm::StringRef() : *It;
  }
};

/// What all chains of one file share.
struct GuardedFile {
  const ScannedFile &Scan;
  TokenStream Tokens = tokensOf(Scan.Text);
  clang::IdentifierTable Words{rawLangOptions()};
  llvm::DenseSet<unsigned> Edited = {}; ///< offsets of edits
};

/// Asks the text of the branch, its table entries, and the findings of the
/// rules, `Out`.
Needs needsOf(const GuardedBranch &B, GuardedFile &File,
              const FileContext &Context, llvm::ArrayRef<Finding> Out);

} // namespace musify

#endif // MUSIFY_REWRITE_BRANCHNEEDS_H
