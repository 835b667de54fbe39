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
