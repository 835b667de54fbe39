#include "Scan/RawLexer.h"
#include "clang/Lex/Lexer.h"

using namespace llvm;

namespace musify {

static clang::LangOptions makeRawLangOptions() {
  clang::LangOptions Options;
  Options.CPlusPlus = Options.CPlusPlus11 = Options.CPlusPlus14 =
      Options.CPlusPlus17 = Options.CPlusPlus20 = true;
  Options.CUDA = true; // `<<<` and `>>>` are tokens
  Options.LineComment = Options.RawStringLiterals = true;
  Options.Bool = Options.CXXOperatorNames = true;
  return Options;
}

const clang::LangOptions &rawLangOptions() {
  static const clang::LangOptions Options = makeRawLangOptions();
  return Options;
}

bool hasManySplices(StringRef Text) {
  constexpr unsigned Most = 1000;
  unsigned Run = 0;
  size_t End = 0; // of the last splice
  for (size_t At = Text.find('\\'); At != StringRef::npos && Run <= Most;
       At = Text.find('\\', At + 1)) {
    size_t Line = Text.find_first_not_of(" \t\r", At + 1);
    if (Line == StringRef::npos || Text[Line] != '\n')
      continue;
    Run = At == End ? Run + 1 : 1;
    End = Line + 1;
  }
  return Run > Most;
}

void forEachRawTokenOfBuffer(
    StringRef Text, function_ref<void(const clang::Token &, unsigned)> Visit,
    Comments Which) {
  if (hasManySplices(Text))
    return;
  clang::Lexer Lex(clang::SourceLocation(), rawLangOptions(), Text.begin(),
                   Text.begin(), Text.end());
  Lex.SetCommentRetentionState(Which == Comments::Keep);
  clang::Token Tok;
  for (Lex.LexFromRawLexer(Tok); Tok.isNot(clang::tok::eof);
       Lex.LexFromRawLexer(Tok))
    Visit(Tok, Lex.getCurrentBufferOffset() - Tok.getLength());
}

void forEachRawToken(StringRef Text,
                     function_ref<void(const clang::Token &, unsigned)> Visit,
                     Comments Which) {
  std::string Ended = Text.str();
  forEachRawTokenOfBuffer(Ended, Visit, Which);
}

} // namespace musify
