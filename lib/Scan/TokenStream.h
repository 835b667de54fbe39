//===- TokenStream.h - The raw tokens of a file -----------------*- C++ -*-===//
//
// What can be said of a token by those around it: the call it begins, the
// launch it is part of, whether it is compared. No table and no macro is asked,
// so that all of it is about what is written, not about what it means.
//
// Tokens are known by their index. `Begin` and `End` bound what may be looked
// at, half open: a directive, or all of the file.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SCAN_TOKENSTREAM_H
#define MUSIFY_SCAN_TOKENSTREAM_H

#include "Scan/LexerEngine.h"
#include "clang/Basic/TokenKinds.h"
#include <optional>
#include <vector>

namespace musify {

/// How many template argument lists the token may close.
inline int closingAngles(clang::tok::TokenKind K) {
  return K == clang::tok::greater                 ? 1
         : K == clang::tok::greatergreater        ? 2
         : K == clang::tok::greatergreatergreater ? 3
                                                  : 0;
}

/// Brackets of any kind but `<`, which may be an operator.
inline bool isOpening(clang::tok::TokenKind K) {
  return K == clang::tok::l_paren || K == clang::tok::l_brace ||
         K == clang::tok::l_square;
}
inline bool isClosing(clang::tok::TokenKind K) {
  return K == clang::tok::r_paren || K == clang::tok::r_brace ||
         K == clang::tok::r_square;
}

inline bool isPointer(clang::tok::TokenKind K) {
  return K == clang::tok::star || K == clang::tok::amp ||
         K == clang::tok::ampamp;
}

inline bool isClassKey(llvm::StringRef Word) {
  return Word == "class" || Word == "struct" || Word == "union";
}

/// A raw token, small: files of 50 MB have ten million of them.
struct Lexeme {
  unsigned Offset;
  unsigned Length;
  clang::tok::TokenKind Kind;
  bool StartsLine;
  bool NeedsCleaning;
};

/// An open brace, by its token, and the namespace that it opens, as written;
/// empty: it opens none.
struct OpenBrace {
  llvm::StringRef Namespace;
  size_t Token;
};

/// Empty: there is none, or none with a name.
llvm::StringRef innermostNamespace(llvm::ArrayRef<OpenBrace> Open);

class TokenStream {
public:
  /// No tokens yet. `Text` is that of the file and outlives this.
  explicit TokenStream(llvm::StringRef Text) : Text(Text) {}

  llvm::StringRef Text;
  std::vector<Lexeme> Lexemes; ///< in order, comments left out

  llvm::StringRef spelling(const Lexeme &L) const {
    return Text.substr(L.Offset, L.Length);
  }
  llvm::StringRef spelling(size_t I) const { return spelling(Lexemes[I]); }
  clang::tok::TokenKind kind(size_t I) const { return Lexemes[I].Kind; }
  bool isName(size_t I) const { return kind(I) == clang::tok::raw_identifier; }
  unsigned endOf(size_t I) const {
    return Lexemes[I].Offset + Lexemes[I].Length;
  }
  /// `asm` in one of its spellings.
  bool isAsm(size_t I) const {
    if (!isName(I) ||
        (Text[Lexemes[I].Offset] != '_' && Text[Lexemes[I].Offset] != 'a'))
      return false;
    llvm::StringRef Word = spelling(I);
    return Word == "asm" || Word == "__asm__" || Word == "__asm";
  }
  /// Operand of a comparison or of arithmetic, parentheses aside.
  bool isCompared(size_t I, size_t Begin, size_t End) const;
  /// Alone between commas or parentheses.
  bool isWholeArgument(size_t I, size_t Begin, size_t End) const;
  /// The token is an argument of what only tells people something, judged by
  /// the callee's name.
  bool isInLogCall(size_t I, size_t Begin) const;

  /// `#ifndef NAME` and `#define NAME` before all else.
  bool beginsWithGuard() const;
  /// Behind the last token of the directive that begins with `Hash`.
  size_t directiveEnd(size_t Hash) const;
  /// The namespace that a brace opens, `a::b` as written; empty: it opens none.
  llvm::StringRef openedNamespace(size_t Brace) const;
  /// `using namespace NAME;`, `namespace alias = NAME;`, also with `::` before.
  bool isNominatedNamespace(size_t I) const;

  /// Fills `Prefix` and `Qualifier` of a name.
  void fillPrefix(size_t I, size_t Begin, place::Name &Is) const;
  /// The call that a name begins, if it does.
  std::optional<place::Call> callPieces(size_t I, size_t End) const;
  /// `NAME op number` or `number op NAME`, parentheses around the name aside.
  std::optional<place::Comparison> comparison(size_t I, size_t Begin,
                                              size_t End) const;
  /// The launch whose `<<<` is `I`.
  place::Launch launchPieces(size_t I, size_t Begin, size_t End) const;

  /// The bracket that closes `Open`.
  std::optional<size_t> matching(size_t Open, size_t End) const;
  /// The bracket that `Close` closes. Angle brackets are counted only if
  /// `Close` is one.
  std::optional<size_t> matchingBack(size_t Close, size_t Begin) const;
  /// The `>` that closes the template arguments which `Less` opens; `Less`
  /// itself if it looks like a comparison.
  size_t templateArgumentsEnd(size_t Less, size_t End) const;

private:
  bool isLambdas(size_t Paren, size_t Begin) const;
  bool isTrailingReturn(size_t Arrow, size_t Begin) const;
  std::optional<size_t> kernelBegin(size_t End, size_t Begin) const;
};

} // namespace musify

#endif // MUSIFY_SCAN_TOKENSTREAM_H
