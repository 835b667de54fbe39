//===- Names.h - Sets of names, and what names begin with -------*- C++ -*-===//
#ifndef MUSIFY_PLATFORM_NAMES_H
#define MUSIFY_PLATFORM_NAMES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include <cstdint>
#include <string>
#include <vector>

namespace musify {

/// Which two letters names begin with: most other words are ruled out by them.
class FirstLetters {
public:
  /// For a beginning of one letter, any second letter will do.
  void add(llvm::StringRef Beginning) {
    Second[Beginning[0] & 127] |=
        Beginning.size() > 1 ? uint64_t(1) << (Beginning[1] & 63) : ~0ull;
  }
  bool fit(llvm::StringRef Name) const {
    return Name.size() > 1 && Second[Name[0] & 127] >> (Name[1] & 63) & 1;
  }

private:
  uint64_t Second[128] = {};
};

/// Names of two or more letters, each spelled out or as a pattern with `*` at
/// an end: `__shfl*`, `*_sync`, `*MUSA*`. Made once, cheap to ask.
class NameSet {
public:
  NameSet() = default;
  explicit NameSet(llvm::ArrayRef<std::string> Spellings);

  bool contains(llvm::StringRef Name) const;
  bool empty() const { return Spellings.empty(); }
  /// As they were given, in that order.
  llvm::ArrayRef<std::string> spellings() const { return Spellings; }

private:
  std::vector<std::string> Spellings;
  llvm::StringSet<> Whole;
  /// Patterns without their `*`.
  std::vector<std::string> Beginnings, Endings, Parts;
  FirstLetters First; ///< of `Whole` and `Beginnings`
};

/// How the names of one platform's API begin.
struct NamePrefixes {
  /// Each is followed by an upper-case letter in a name of its library.
  std::vector<std::string> Lower;
  /// Each is followed by a letter or a digit.
  std::vector<std::string> Upper;
  std::string Driver; ///< a capital and a letter follow
  std::string Word;   ///< stands before `##` in macros
  FirstLetters First; ///< of all of these: fill it with `index`

  void index();
  /// True for names such as `cudaX`, `cuX`, `CU_X`, `CUBLAS_X` with a capital
  /// or digit after the prefix. A user's `cuda_helper` or `cudaflag` is none.
  bool fit(llvm::StringRef Name) const;
  /// True for what `##` may complete to such a name: a bare prefix, or a name.
  bool fitFragment(llvm::StringRef Name) const;
};

} // namespace musify

#endif // MUSIFY_PLATFORM_NAMES_H
