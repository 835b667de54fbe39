//===- Words.h - Words within names, strings and paths ----------*- C++ -*-===//
#ifndef MUSIFY_RENAME_WORDS_H
#define MUSIFY_RENAME_WORDS_H

#include "Mapping/Renames.h"
#include "llvm/ADT/ArrayRef.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

/// The words of a name: `getCUDAStream_v2` has `get`, `CUDA`, `Stream`, `v2`;
/// other characters are pieces of their own.
std::vector<llvm::StringRef> wordsOf(llvm::StringRef Text);

/// True if `Word` at `At` of `Text` is a word of its own there, in the spelling
/// that names have: `CUDA` in `CUDARuntime`, `USE_CUDA` and `getCUDAStream`,
/// `cuda` in `my_cuda_fn` and `cudaFn`, and not in `barracuda`.
bool isWordAt(llvm::StringRef Text, size_t At, llvm::StringRef Word);

/// True if the part of the name around the place is of this case.
bool hasCase(llvm::StringRef Text, size_t At, size_t Length,
             RenameRule::Case Style);

/// `Text` with all words replaced that rules of the domain are about. Of rules
/// for one place the longest word counts, then one with a case, then the later.
std::string renameWords(llvm::StringRef Text, llvm::ArrayRef<RenameRule> Rules,
                        RenameRule::Domain In);

/// How often the word of the rule is in `Text`.
unsigned countWord(llvm::StringRef Text, const RenameRule &Rule);

/// A word that became another one.
struct WordChange {
  std::string From, To;
  RenameRule::Case Style = RenameRule::Case::Any; ///< of the part around it
  bool operator==(const WordChange &) const = default;
};

/// The one word whose change makes `New` of `Old`, at all of its places; none
/// if more than one word changed.
std::optional<WordChange> wordChange(llvm::StringRef Old, llvm::StringRef New);

} // namespace musify

#endif // MUSIFY_RENAME_WORDS_H
