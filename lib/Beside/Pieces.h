//===- Pieces.h - Tokens of a text, for places in it ------------*- C++ -*-===//
#ifndef MUSIFY_BESIDE_PIECES_H
#define MUSIFY_BESIDE_PIECES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace musify {

/// A token of a text.
struct Piece {
  llvm::StringRef Text;
  unsigned Offset;
  bool IsName, BeginsLine;
  bool InDirective; ///< of the preprocessor, continued lines included
  unsigned end() const { return Offset + Text.size(); }
};

std::vector<Piece> piecesOf(llvm::StringRef Text);

unsigned lineBegin(llvm::StringRef Text, unsigned Offset);
/// Behind the line break.
unsigned lineEnd(llvm::StringRef Text, unsigned Offset);

/// True if the first line of `Addition` is the next one of `Text` from `At` on,
/// blanks and blank lines aside: an earlier port added it, or a person.
bool followsAlready(llvm::StringRef Text, unsigned At,
                    llvm::StringRef Addition);

/// For each `(` and `{` the index of the bracket that closes it, the size if
/// there is none. Those of directives are apart.
std::vector<size_t> closingBrackets(llvm::ArrayRef<Piece> All);

/// True if nothing else stands on the lines of the tokens.
bool haveOwnLines(llvm::StringRef Text, llvm::ArrayRef<Piece> All, size_t First,
                  size_t Last);

} // namespace musify

#endif // MUSIFY_BESIDE_PIECES_H
