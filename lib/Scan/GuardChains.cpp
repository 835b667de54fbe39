#include "Scan/GuardChains.h"
#include "Scan/Condition.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {
namespace {

class ChainFinder {
public:
  ChainFinder(const TokenStream &Tokens, StringRef Macro)
      : Tokens(Tokens), Macro(Macro) {}

  std::vector<GuardChain> run() {
    for (size_t I = 0; I + 1 < Tokens.Lexemes.size(); ++I)
      if (Tokens.kind(I) == tok::hash && Tokens.Lexemes[I].StartsLine)
        follow(I, Tokens.directiveEnd(I));
    return std::move(Found);
  }

private:
  void follow(size_t Hash, size_t End) {
    StringRef Directive = Tokens.spelling(Hash + 1);
    bool Begins = Directive.starts_with("if") && hasCondition(Directive);
    bool Goes =
        hasCondition(Directive) || Directive == "else" || Directive == "endif";
    if (!Goes || (!Begins && Open.empty()))
      return;
    if (Begins)
      Open.emplace_back();
    else
      endBranch(Hash);
    if (Directive == "endif")
      return endChain();
    Open.back().Branches.push_back(branch(Hash + 1, End));
  }

  GuardedBranch branch(size_t Name, size_t End) const {
    GuardedBranch B;
    B.Directive = Tokens.spelling(Name);
    B.FirstToken = End;
    B.Begin = Tokens.endOf(End - 1);
    if (!hasCondition(B.Directive))
      return B;
    B.Condition = Tokens.Text.slice(Tokens.endOf(Name), B.Begin);
    Condition If(B.Directive, B.Condition);
    for (size_t I = Name + 1; I < End; ++I) {
      if (Tokens.spelling(I) != Macro)
        continue;
      unsigned At = Tokens.Lexemes[I].Offset;
      bool IsTested =
          B.Directive.ends_with("def") || If.isTested(At - Tokens.endOf(Name));
      B.Uses.push_back({At, IsTested, Tokens.comparison(I, Name + 1, End)});
    }
    return B;
  }

  void endBranch(size_t Hash) {
    GuardedBranch &B = Open.back().Branches.back();
    B.EndToken = Hash;
    B.End = Tokens.Lexemes[Hash].Offset;
  }

  void endChain() {
    if (any_of(Open.back().Branches,
               [](const GuardedBranch &B) { return !B.Uses.empty(); }))
      Found.push_back(std::move(Open.back()));
    Open.pop_back();
  }

  const TokenStream &Tokens;
  StringRef Macro;
  std::vector<GuardChain> Open, Found;
};

} // namespace

std::vector<GuardChain> findGuardChains(const TokenStream &Tokens,
                                        StringRef Macro) {
  return ChainFinder(Tokens, Macro).run();
}

TokenStream tokensOf(StringRef Text) {
  TokenStream Out(Text);
  forEachRawTokenOfBuffer(Text, [&](const clang::Token &Tok, unsigned Offset) {
    Out.Lexemes.push_back({Offset, Tok.getLength(), Tok.getKind(),
                           Tok.isAtStartOfLine(), Tok.needsCleaning()});
  });
  return Out;
}

} // namespace musify
