// String literals of C++ that speak to the build: names of sources, command
// lines and options of compilers, paths of libraries.
#include "Build/ScriptPort.h"
#include "Scan/RawLexer.h"
#include "clang/Basic/TokenKinds.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

class LiteralScanner {
public:
  explicit LiteralScanner(StringRef Text) : Text(Text) {}

  ScannedScript run() {
    forEachRawTokenOfBuffer(
        Text, [&](const clang::Token &Tok, unsigned Offset) {
          bool IsDirective = Hash && Tok.is(clang::tok::raw_identifier);
          if (Tok.isAtStartOfLine())
            InDirective = false;
          InDirective |= IsDirective && Tok.getRawIdentifier() != "define";
          Hash = Tok.is(clang::tok::hash) && Tok.isAtStartOfLine();
          if (clang::tok::isStringLiteral(Tok.getKind()) && !InDirective)
            literal(Text.substr(Offset, Tok.getLength()), Offset);
        });
    return std::move(Out);
  }

private:
  void literal(StringRef Spelling, unsigned Offset) {
    size_t Open = Spelling.find('"');
    bool Raw = Open && Open != StringRef::npos && Spelling[Open - 1] == 'R';
    if (Open == StringRef::npos || Raw || Spelling.size() < Open + 3)
      return; // a raw literal is a text of its own
    ++Statements;
    unsigned Begin = Offset + unsigned(Open) + 1;
    unsigned End = Offset + unsigned(Spelling.size()) - 1;
    for (unsigned At = Begin; At < End;) {
      unsigned WordEnd =
          unsigned(std::min<size_t>(Text.find_first_of(" \t\\", At), End));
      if (WordEnd > At)
        word(At, WordEnd, Begin, End);
      At = WordEnd + 1 + (WordEnd < End && Text[WordEnd] == '\\');
    }
  }

  void word(unsigned At, unsigned WordEnd, unsigned Begin, unsigned End) {
    ScriptToken T;
    T.Offset = At;
    T.Text = Text.slice(At, WordEnd);
    T.Statement = Statements;
    T.QuoteBegin = Begin - 1;
    T.QuoteEnd = End + 1;
    T.Whole = At == Begin && WordEnd == End;
    Out.Tokens.push_back(T);
  }

  StringRef Text;
  ScannedScript Out;
  unsigned Statements = 0;
  bool Hash = false;
  bool InDirective = false; ///< an include, a condition: not a macro's text
};

} // namespace

ScannedScript scanLiterals(StringRef Text) {
  return LiteralScanner(Text).run();
}

/// A sentence may name anything; a command line begins with a program, options
/// with a `-`, and what is looked up fills its string.
/// The name between `Open` and `Close` at `At`; empty if there is none.
static StringRef nameIn(StringRef Text, size_t At, StringRef Open,
                        StringRef Close) {
  StringRef Rest = Text.substr(At);
  if (!Rest.consume_front(Open))
    return {};
  StringRef Name =
      Rest.take_while([](char C) { return isAlnum(C) || C == '_'; });
  return Rest.substr(Name.size()).starts_with(Close) ? Name : StringRef();
}

ScannedScript scanTemplate(StringRef Text) {
  ScannedScript Out;
  for (size_t At = Text.find_first_of("@$"); At != StringRef::npos;
       At = Text.find_first_of("@$", At + 1)) {
    StringRef Name = nameIn(Text, At, "@", "@");
    if (Name.empty())
      Name = nameIn(Text, At, "${", "}");
    if (Name.empty())
      continue;
    ScriptToken T;
    T.At = ScriptToken::Place::Reference;
    T.Offset = unsigned(Name.data() - Text.data());
    T.Text = Name;
    Out.Tokens.push_back(T);
    At = T.end();
  }
  Out.Comments.push_back({0, unsigned(Text.size())});
  return Out;
}

void ScriptPort::visitLiteral(size_t I) {
  const Token &T = Tokens[I];
  if (T.Text.contains("://"))
    return;
  bool First = T.Offset == T.QuoteBegin + 1;
  if (First)
    programRules(I);
  if (!T.Whole && !First)
    return;
  if (T.Text.starts_with("-")) {
    if (!wordRules(I)) // `-I/usr/local/cuda/include`
      pathRules(I);
    return;
  }
  if (!T.Whole)
    return;
  if (wordRules(I) || tableRules(I))
    return;
  pathRules(I);
  followSources(I);
}

} // namespace musify
