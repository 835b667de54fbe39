#include "Beside/Pieces.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

std::vector<Piece> piecesOf(StringRef Text) {
  std::vector<Piece> Out;
  bool InDirective = false;
  forEachRawToken(Text, [&](const clang::Token &Tok, unsigned Offset) {
    if (Tok.isAtStartOfLine())
      InDirective = Tok.is(clang::tok::hash);
    Out.push_back({Text.substr(Offset, Tok.getLength()), Offset,
                   Tok.is(clang::tok::raw_identifier), Tok.isAtStartOfLine(),
                   InDirective});
  });
  return Out;
}

unsigned lineBegin(StringRef Text, unsigned Offset) {
  return Text.take_front(Offset).rfind('\n') + 1;
}

unsigned lineEnd(StringRef Text, unsigned Offset) {
  size_t End = Text.find('\n', Offset);
  return End == StringRef::npos ? Text.size() : End + 1;
}

/// The first line that is not blank, with one blank between its words.
static std::string firstLine(StringRef Text) {
  SmallVector<StringRef> Words;
  SplitString(Text.ltrim().split('\n').first, Words);
  return join(Words, " ");
}

bool followsAlready(StringRef Text, unsigned At, StringRef Addition) {
  return firstLine(Text.substr(At)) == firstLine(Addition);
}

std::vector<size_t> closingBrackets(ArrayRef<Piece> All) {
  std::vector<size_t> Out(All.size(), All.size()), Open[4];
  for (size_t I = 0; I < All.size(); ++I) {
    StringRef T = All[I].Text;
    bool IsBrace = T == "{" || T == "}";
    std::vector<size_t> &Mine = Open[2 * IsBrace + All[I].InDirective];
    if (T == "(" || T == "{") {
      Mine.push_back(I);
    } else if ((T == ")" || T == "}") && !Mine.empty()) {
      Out[Mine.back()] = I;
      Mine.pop_back();
    }
  }
  return Out;
}

bool haveOwnLines(StringRef Text, ArrayRef<Piece> All, size_t First,
                  size_t Last) {
  unsigned Begin = lineBegin(Text, All[First].Offset);
  unsigned End = lineEnd(Text, All[Last].Offset);
  return (!First || All[First - 1].end() <= Begin) &&
         (Last + 1 == All.size() || All[Last + 1].Offset >= End);
}

} // namespace musify
