#include "Edit/LiteralText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/ConvertUTF.h"

using namespace llvm;

namespace musify {

void LiteralText::addVerbatim(StringRef Bytes, unsigned Offset) {
  if (Bytes.empty())
    return;
  Pieces.push_back(
      {unsigned(Text.size()), Offset, unsigned(Bytes.size()), true});
  Text += Bytes;
}

/// Digits of a number behind a backslash, and what it means.
static StringRef digitsOf(StringRef Rest, size_t Most, unsigned Base) {
  return Rest.take_front(Most).take_while(
      [&](char C) { return hexDigitValue(C) < Base; });
}

size_t LiteralText::addEscape(StringRef Rest, unsigned Offset) {
  char C = Rest.size() > 1 ? Rest[1] : '\0';
  std::string Means;
  size_t Length = 2;
  uint32_t Number = 0;
  if (StringRef Octal = digitsOf(Rest.drop_front(), 3, 8); !Octal.empty()) {
    Octal.getAsInteger(8, Number);
    Means = char(Number);
    Length = 1 + Octal.size();
  } else if (C == 'x') {
    StringRef Hex = digitsOf(Rest.drop_front(2), StringRef::npos, 16);
    if (Hex.empty() || Hex.getAsInteger(16, Number))
      return 0;
    Means = char(Number);
    Length = 2 + Hex.size();
  } else if (C == 'u' || C == 'U') {
    StringRef Hex = digitsOf(Rest.drop_front(2), C == 'u' ? 4 : 8, 16);
    char Utf8[UNI_MAX_UTF8_BYTES_PER_CODE_POINT], *To = Utf8;
    if (Hex.getAsInteger(16, Number) || !ConvertCodePointToUTF8(Number, To))
      return 0;
    Means.assign(Utf8, To);
    Length = 2 + Hex.size();
  } else {
    static constexpr StringLiteral Names = "abfnrtv\\\"'?";
    static constexpr StringLiteral Chars = "\a\b\f\n\r\t\v\\\"'?";
    size_t Index = Names.find(C);
    if (Index == StringRef::npos)
      return 0;
    Means = Chars[Index];
  }
  Pieces.push_back({unsigned(Text.size()), Offset, unsigned(Length), false});
  Text += Means;
  return Length;
}

bool LiteralText::add(StringRef Spelling, unsigned Offset) {
  StringRef Whole = Spelling;
  Spelling.consume_front("u8");
  bool Raw = Spelling.consume_front("R");
  if (!Spelling.consume_front("\"") || !Spelling.consume_back("\""))
    return false;
  size_t Paren = Spelling.find('('); // R"delimiter(...)delimiter"
  if (Raw && (Paren == StringRef::npos || Spelling.size() < 2 * Paren + 2))
    return false;
  auto At = [&] { return Offset + unsigned(Spelling.data() - Whole.data()); };
  if (Pieces.empty() && !End)
    Begin = Offset;
  End = Offset + Whole.size() - 1;
  if (Raw) {
    Spelling = Spelling.drop_front(Paren + 1).drop_back(Paren + 1);
    addVerbatim(Spelling, At());
    return true;
  }
  while (!Spelling.empty()) {
    StringRef Plain = Spelling.take_until([](char C) { return C == '\\'; });
    addVerbatim(Plain, At());
    Spelling = Spelling.drop_front(Plain.size());
    if (Spelling.empty())
      break;
    StringRef Behind = Spelling.drop_front().ltrim(" \t");
    if (Behind.consume_front("\r\n") || Behind.consume_front("\n")) {
      Spelling = Behind; // a line splice
      continue;
    }
    size_t Length = addEscape(Spelling, At());
    if (!Length) { // none that C++ has: as it stands
      Length = 1;
      addVerbatim(Spelling.take_front(), At());
    }
    Spelling = Spelling.drop_front(Length);
  }
  return true;
}

const LiteralText::Piece &LiteralText::pieceAt(unsigned At) const {
  auto Next = llvm::upper_bound(
      Pieces, At, [](unsigned Place, const Piece &P) { return Place < P.At; });
  return *std::prev(Next);
}

unsigned LiteralText::fileOffset(unsigned At) const {
  if (At >= Text.size())
    return End;
  const Piece &P = pieceAt(At);
  return P.FileOffset + (P.Verbatim ? At - P.At : 0);
}

unsigned LiteralText::fileLength(unsigned At, unsigned To) const {
  if (To <= At)
    return 0;
  const Piece &Last = pieceAt(To - 1);
  unsigned FileEnd =
      Last.FileOffset + (Last.Verbatim ? To - Last.At : Last.FileLength);
  return FileEnd - fileOffset(At);
}

bool LiteralText::isVerbatim(unsigned At, unsigned Length) const {
  if (At >= Text.size())
    return false;
  const Piece &P = pieceAt(At);
  return P.Verbatim && At + Length <= P.At + P.FileLength;
}

} // namespace musify
