#include "Shim/Lines.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {

std::vector<ShimToken> lexShimText(StringRef Text) {
  std::vector<ShimToken> Out;
  bool AfterComment = false; // that began the line: what follows does too
  auto Take = [&](const clang::Token &Tok, unsigned Offset) {
    bool StartsLine = Tok.isAtStartOfLine() || AfterComment;
    AfterComment = Tok.is(tok::comment) && StartsLine;
    Out.push_back({Offset, Tok.getLength(), Tok.getKind(), StartsLine});
  };
  forEachRawToken(Text, Take, Comments::Keep);
  return Out;
}

SourceLines::SourceLines(StringRef Text) : Text(Text) {
  for (size_t At = 0; At < Text.size();) {
    Lines.push_back({unsigned(At), false, {}, 0});
    size_t End = Text.find('\n', At);
    At = End == StringRef::npos ? Text.size() : End + 1;
  }
  for (size_t I = 0; I + 1 < Lines.size(); ++I)
    if (text(I).rtrim("\r\n").ends_with("\\"))
      Lines[I + 1].Joined = true;
  markDirectives(lexShimText(Text));
}

size_t SourceLines::lineAt(unsigned Offset) const {
  auto Behind =
      llvm::upper_bound(Lines, Offset, [](unsigned At, const LineInfo &L) {
        return At < L.Begin;
      });
  return Behind == Lines.begin() ? 0 : Behind - Lines.begin() - 1;
}

/// No line between the offsets can begin a part of its own.
void SourceLines::join(unsigned Begin, unsigned End) {
  for (size_t I = lineAt(Begin) + 1, E = lineAt(End); I <= E && I < size(); ++I)
    Lines[I].Joined = true;
}

void SourceLines::markDirectives(const std::vector<ShimToken> &Tokens) {
  auto Spelling = [&](size_t I) {
    return I < Tokens.size() ? Text.substr(Tokens[I].Offset, Tokens[I].Length)
                             : StringRef();
  };
  std::vector<unsigned> Opens;     // offsets of open parentheses
  std::vector<size_t> AtCondition; // how many were open where an `#if` began
  // Of the first `#if`, if the file begins with one and a `#define`.
  bool HasGuard = false, First = true;
  size_t Line = 0;
  unsigned Depth = 0;
  auto SetDepth = [&](size_t Until) {
    for (; Line < Until && Line < size(); ++Line)
      Lines[Line].Depth = Depth - (HasGuard && Depth);
  };
  for (size_t I = 0; I < Tokens.size(); ++I) {
    const ShimToken &L = Tokens[I];
    if (L.Kind == tok::comment && !Spelling(I).starts_with("/*"))
      continue;
    join(L.Offset, L.Offset + std::max(L.Length, 1u) - 1);
    if (L.Kind == tok::l_paren) {
      Opens.push_back(L.Offset);
    } else if (L.Kind == tok::r_paren && !Opens.empty()) {
      join(Opens.back(), L.Offset);
      Opens.pop_back();
    }
    if (L.Kind != tok::hash || !L.StartsLine)
      continue;
    StringRef Word = Spelling(I + 1);
    size_t At = lineAt(L.Offset);
    Lines[At].Directive = Word;
    size_t End = I + 1;
    while (End < Tokens.size() && !Tokens[End].StartsLine)
      ++End;
    SetDepth(At);
    if (Word.starts_with("if")) {
      HasGuard |= First && Word == "ifndef" && Spelling(I + 3) == "#" &&
                  Spelling(I + 4) == "define" &&
                  Spelling(I + 5) == Spelling(I + 2);
      ++Depth;
      AtCondition.push_back(Opens.size());
    } else if (Word.starts_with("el") && !AtCondition.empty()) {
      // Each branch begins as the first did.
      if (Opens.size() > AtCondition.back())
        Opens.resize(AtCondition.back());
    } else if (Word == "endif" && !AtCondition.empty()) {
      AtCondition.pop_back();
      --Depth;
    }
    if (Word != "pragma")
      First = false;
    // Parentheses of a directive are its own.
    for (size_t J = I + 1; J < End; ++J)
      if (Spelling(J).starts_with("/*"))
        join(Tokens[J].Offset, Tokens[J].Offset + Tokens[J].Length - 1);
    I = End - 1;
  }
  SetDepth(size());
}

} // namespace musify
