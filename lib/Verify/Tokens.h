//===- Tokens.h - A text as what has a meaning in it ------------*- C++ -*-===//
#ifndef MUSIFY_VERIFY_TOKENS_H
#define MUSIFY_VERIFY_TOKENS_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace musify {

/// How a text is read.
enum class TextKind {
  Code,   ///< C++ and its like: Clang's raw tokens without comments
  Script, ///< words, marks and line ends, without whole lines of comment
};

/// How a file is compared.
TextKind textKindOf(llvm::StringRef Path);

struct TextToken {
  llvm::StringRef Text; ///< as it is spelled; points into the text
  unsigned Offset = 0;
  bool IsName = false; ///< an identifier of code
};

/// True for what ends a statement, a block, a directive or a line of a script.
inline bool endsLine(const TextToken &T) {
  return T.Text.empty() || T.Text == ";" || T.Text == "{" || T.Text == "}" ||
         T.Text == "\n";
}

/// All tokens of `Text`, which outlives them. Where a directive begins or ends
/// stands an empty token: a line end means something there.
std::vector<TextToken> readTokens(llvm::StringRef Text, TextKind Kind);

/// The identifier at the place; empty if there is none.
llvm::StringRef nameAt(llvm::StringRef Text, unsigned Offset);

} // namespace musify

#endif // MUSIFY_VERIFY_TOKENS_H
