#include "Verify/Tokens.h"
#include "Project/FileNames.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

std::vector<TextToken> codeTokens(StringRef Text) {
  std::vector<TextToken> Out;
  bool InDirective = false;
  forEachRawToken(Text, [&](const clang::Token &Tok, unsigned Offset) {
    bool Begins = Tok.isAtStartOfLine() && Tok.is(clang::tok::hash);
    if (Begins || (InDirective && Tok.isAtStartOfLine()))
      Out.push_back({Text.substr(Offset, 0), Offset});
    if (Tok.isAtStartOfLine())
      InDirective = Begins;
    bool NamesDirective = InDirective && Out.back().Text == "#";
    Out.push_back({Text.substr(Offset, Tok.getLength()), Offset,
                   Tok.is(clang::tok::raw_identifier) && !NamesDirective});
  });
  return Out;
}

bool isWord(char C) { return isAlnum(C) || C == '_'; }

std::vector<TextToken> scriptTokens(StringRef Text) {
  std::vector<TextToken> Out;
  for (size_t At = 0; At < Text.size();) {
    char C = Text[At];
    if (C == '#' && (Out.empty() || Out.back().Text == "\n")) {
      At = std::min(Text.find('\n', At), Text.size());
    } else if (C == '\n') {
      if (!Out.empty() && Out.back().Text != "\n")
        Out.push_back({Text.substr(At, 1), unsigned(At)});
      ++At;
    } else if (isSpace(C)) {
      ++At;
    } else {
      size_t Length = isWord(C) ? Text.substr(At).take_while(isWord).size() : 1;
      Out.push_back({Text.substr(At, Length), unsigned(At)});
      At += Length;
    }
  }
  return Out;
}

} // namespace

TextKind textKindOf(StringRef Path) {
  return fileTypeOf(Path) || isMusaExtension(Path) ? TextKind::Code
                                                   : TextKind::Script;
}

std::vector<TextToken> readTokens(StringRef Text, TextKind Kind) {
  return Kind == TextKind::Code ? codeTokens(Text) : scriptTokens(Text);
}

StringRef nameAt(StringRef Text, unsigned Offset) {
  return Text.substr(Offset).take_while(
      [](char C) { return isAlnum(C) || C == '_'; });
}

} // namespace musify
