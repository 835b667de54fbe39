//===- LiteralText.h - What string literals spell, and where ----*- C++ -*-===//
//
// Code may stand in string literals, over many lines. What is found in it has
// an offset of what the literals spell, and a place in the file.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_EDIT_LITERALTEXT_H
#define MUSIFY_EDIT_LITERALTEXT_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace musify {

/// The contents of adjacent string literals as the compiler joins them.
class LiteralText {
public:
  /// Adds the literal that `Spelling` is, quotes included, at `Offset` of the
  /// file. Literals come in the order of the file. False, and nothing is added,
  /// if it is no literal of plain or UTF-8 characters.
  bool add(llvm::StringRef Spelling, unsigned Offset);

  llvm::StringRef text() const { return Text; }
  /// Where the first literal begins.
  unsigned begin() const { return Begin; }
  /// Where the character at `At` is spelled; of the end, where the last literal
  /// closes. Rises with `At`.
  unsigned fileOffset(unsigned At) const;
  /// Length in the file of the characters from `At` to `End`.
  unsigned fileLength(unsigned At, unsigned End) const;
  /// True if the characters are the same bytes in one literal, so that they can
  /// be replaced there by others that need no escape.
  bool isVerbatim(unsigned At, unsigned Length) const;

private:
  /// Characters that stand in the file byte by byte, or one escape.
  struct Piece {
    unsigned At, FileOffset, FileLength;
    bool Verbatim;
  };
  const Piece &pieceAt(unsigned At) const;
  void addVerbatim(llvm::StringRef Bytes, unsigned Offset);
  /// The escape that `Rest` begins with: its length, or 0 if it is none.
  size_t addEscape(llvm::StringRef Rest, unsigned Offset);

  std::string Text;
  std::vector<Piece> Pieces; ///< sorted
  unsigned Begin = 0, End = 0;
};

} // namespace musify

#endif // MUSIFY_EDIT_LITERALTEXT_H
