#include "Rewrite/FileWords.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {

FileWords::FileWords(StringRef Text) {
  bool InDirective = false;
  forEachRawToken(
      Text,
      [&](const clang::Token &T, unsigned Offset) {
        bool StartsLine = T.isAtStartOfLine();
        if (StartsLine)
          InDirective = T.is(tok::hash);
        Words.push_back({T.getKind(), Text.substr(Offset, T.getLength()),
                         Offset, InDirective, StartsLine});
      },
      Comments::Skip);
  learnConstants();
}

static bool isComparison(TokenKind Kind) {
  return Kind == tok::less || Kind == tok::greater || Kind == tok::lessequal ||
         Kind == tok::greaterequal || Kind == tok::equalequal ||
         Kind == tok::exclaimequal;
}

bool endsStatement(TokenKind Kind) {
  return Kind == tok::semi || Kind == tok::l_brace || Kind == tok::r_brace;
}

static bool endsTerm(TokenKind Kind) {
  return endsStatement(Kind) || Kind == tok::ampamp || Kind == tok::pipepipe ||
         Kind == tok::question || Kind == tok::comma;
}

size_t FileWords::openingOf(size_t Close) const {
  bool IsSquare = Words[Close].Kind == tok::r_square;
  TokenKind Opens = IsSquare ? tok::l_square : tok::l_paren;
  unsigned Open = 0;
  size_t First = Close > 100 ? Close - 100 : 0;
  for (size_t I = Close + 1; I > First; --I) {
    const Word &Each = Words[I - 1];
    Open += Each.Kind == Words[Close].Kind;
    Open -= Each.Kind == Opens;
    if (!Open)
      return I - 1;
  }
  return StringRef::npos;
}

/// `#define LEAST 7`, `constexpr int Least = 7;`
void FileWords::learnConstants() {
  for (size_t I = 2; I < Words.size(); ++I) {
    int64_t Number;
    StringRef Text = Words[I].Text;
    bool IsMacro = Words[I - 2].Text == "define";
    size_t Name = IsMacro ? I - 1 : I - 2;
    if (Words[I].Kind != tok::numeric_constant ||
        (!IsMacro && Words[I - 1].Kind != tok::equal) ||
        Words[Name].Kind != tok::raw_identifier ||
        Text.consumeInteger(0, Number))
      continue;
    size_t Begin = Name;
    while (Begin && !endsStatement(Words[Begin - 1].Kind))
      --Begin;
    bool IsConstant = IsMacro;
    for (size_t K = Begin; K < Name; ++K)
      IsConstant |= Words[K].Text == "const" || Words[K].Text == "constexpr";
    if (IsConstant)
      Constants[Words[Name].Text] = Number;
  }
}

int64_t FileWords::numberAt(size_t At) const {
  int64_t Number = 0;
  if (At >= Words.size())
    return 0;
  StringRef Text = Words[At].Text;
  if (Words[At].Kind == tok::numeric_constant)
    // `< 1.3` is below all devices.
    return Text.consumeInteger(0, Number) ||
                   (Text.starts_with(".") && Number < 2)
               ? 0
               : Number;
  if (Words[At].Kind != tok::raw_identifier)
    return 0;
  if (auto It = Constants.find(Text); It != Constants.end())
    return It->second;
  bool IsMacro = Text.contains('_') && llvm::all_of(Text, [](char C) {
                   return isUpper(C) || isDigit(C) || C == '_';
                 });
  return IsMacro ? AnyNumber : 0;
}

/// `1 << [p.major]`, `!([p.major] - 8)`, `switch ([p.major])`
bool FileWords::isChosenBy(size_t Begin, size_t End) const {
  if (Begin < 2 || End + 1 >= Words.size())
    return false;
  StringRef Before = Words[Begin - 2].Text;
  bool InParens = Words[Begin - 1].Kind == tok::l_paren;
  bool IsShifted = Words[Begin - 1].Kind == tok::lessless &&
                   Words[Begin - 2].Kind == tok::numeric_constant;
  return IsShifted || (InParens && Before == "switch") ||
         (InParens && Before == "!" && Words[End].Kind == tok::minus &&
          numberAt(End + 1) > 0);
}

/// `[x] < N` changes at N, `[x] <= N` above it; equality may change at both.
FileWords::Comparison FileWords::comparison(TokenKind Sign, int64_t Number,
                                            bool IsRight) {
  bool IsLess = Sign == tok::less || Sign == tok::lessequal,
       IsEqual = Sign == tok::equalequal || Sign == tok::exclaimequal,
       HasEqual = Sign == tok::lessequal || Sign == tok::greaterequal;
  bool IsBelow = IsLess != IsRight;
  return {Number, IsEqual || HasEqual == IsBelow ? Number + 1 : Number,
          IsEqual ? Sign == tok::exclaimequal : !IsBelow};
}

std::optional<FileWords::Comparison> FileWords::comparisonOf(size_t Begin,
                                                             size_t End) const {
  if (isChosenBy(Begin, End))
    return Comparison{AnyNumber, AnyNumber, false};
  while (Begin && Words[Begin - 1].Kind == tok::l_paren)
    --Begin;
  if (Begin > 1 && isComparison(Words[Begin - 1].Kind))
    if (int64_t N = numberAt(Begin - 2); N > 0)
      return comparison(Words[Begin - 1].Kind, N, true);
  for (size_t I = End; I < Words.size() && !endsTerm(Words[I].Kind); ++I)
    if (isComparison(Words[I].Kind)) {
      int64_t N = numberAt(I + 1);
      return N > 0 ? std::optional(comparison(Words[I].Kind, N, false))
                   : std::nullopt;
    }
  return std::nullopt;
}

std::optional<int64_t> FileWords::comparedWith(size_t Begin, size_t End) const {
  auto Found = comparisonOf(Begin, End);
  return Found ? std::optional(Found->Number) : std::nullopt;
}

int64_t FileWords::factorBehind(size_t End) const {
  if (End + 1 >= Words.size() || Words[End].Kind != tok::star)
    return 1;
  int64_t Factor = numberAt(End + 1);
  return Factor == 10 || Factor == 100 || Factor == 1000 ? Factor : 1;
}

bool FileWords::isComparedAround(size_t At) const {
  size_t Begin = At;
  while (Begin && Words[Begin - 1].Kind == tok::l_paren)
    --Begin;
  if (Begin && isComparison(Words[Begin - 1].Kind))
    return true;
  for (size_t I = At; I < Words.size() && !endsTerm(Words[I].Kind); ++I)
    if (isComparison(Words[I].Kind))
      return true;
  return false;
}

Candidate candidateOf(const Word &W) {
  Candidate C;
  C.Offset = W.Offset;
  C.Length = W.Text.size();
  C.Text = W.Text;
  return C;
}

bool isInDirective(StringRef Text, unsigned Offset) {
  StringRef Before = Text.take_front(Offset);
  size_t Line = Before.rfind('\n') + 1;
  while (Line > 1 && Before.take_front(Line - 1).ends_with("\\"))
    Line = Before.take_front(Line - 1).rfind('\n') + 1;
  return Before.substr(Line).ltrim().starts_with("#");
}

} // namespace musify
