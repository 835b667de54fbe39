//===- FileWords.h - Code that no parse saw, as words ------------*- C++-*-===//
#ifndef MUSIFY_REWRITE_FILEWORDS_H
#define MUSIFY_REWRITE_FILEWORDS_H

#include "Scan/Candidate.h"
#include "clang/Basic/TokenKinds.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <vector>

namespace musify {

struct Word {
  clang::tok::TokenKind Kind;
  llvm::StringRef Text;
  unsigned Offset;
  bool InDirective = false; ///< `#if`, or the body of a macro
  bool StartsLine = false;
};

/// The words of a file without comments, and what comparisons between them say.
class FileWords {
public:
  explicit FileWords(llvm::StringRef Text);

protected:
  /// A number that nothing in the file tells.
  static constexpr int64_t AnyNumber = 999;

  /// The bracket that the one at `Close` closes; `npos` if none does.
  size_t openingOf(size_t Close) const;
  /// The number or constant there; zero if there is none. A macro of another
  /// file is one too.
  int64_t numberAt(size_t At) const;
  struct Comparison {
    int64_t Number;
    int64_t Change;  ///< lower answers all have one value
    bool HoldsAbove; ///< it is true for high answers
  };
  static Comparison comparison(clang::tok::TokenKind Sign, int64_t Number,
                               bool IsRight);
  std::optional<Comparison> comparisonOf(size_t Begin, size_t End) const;
  /// 10 of `p.major * 10 + p.minor`, behind the first member; 1 of others.
  int64_t factorBehind(size_t End) const;
  /// The number above zero that what stands in `[Begin, End)` is compared with,
  /// in its statement.
  std::optional<int64_t> comparedWith(size_t Begin, size_t End) const;

  /// True if what stands there is compared with anything: the answer is another
  /// value.
  bool isComparedAround(size_t At) const;

  std::vector<Word> Words;

private:
  void learnConstants();
  bool isChosenBy(size_t Begin, size_t End) const;

  llvm::StringMap<int64_t> Constants;
};

bool endsStatement(clang::tok::TokenKind Kind);

/// The word as what a finding is about.
Candidate candidateOf(const Word &W);

/// True in a directive of `Text`, as in the body of a macro: it may have
/// several lines.
bool isInDirective(llvm::StringRef Text, unsigned Offset);

} // namespace musify

#endif // MUSIFY_REWRITE_FILEWORDS_H
