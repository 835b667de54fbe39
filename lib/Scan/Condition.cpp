#include "Scan/Condition.h"
#include "Platform/Platform.h"
#include "Scan/RawLexer.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <vector>

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {
namespace {

struct Piece {
  TokenKind Kind;
  StringRef Text;
};

std::vector<Piece> lex(const std::string &Text) {
  clang::LangOptions Options = rawLangOptions();
  clang::Lexer Lex(clang::SourceLocation(), Options, Text.data(), Text.data(),
                   Text.data() + Text.size());
  std::vector<Piece> Out;
  clang::Token Tok;
  for (Lex.LexFromRawLexer(Tok); Tok.isNot(tok::eof); Lex.LexFromRawLexer(Tok))
    Out.push_back(
        {Tok.getKind(),
         StringRef(Text).substr(Lex.getCurrentBufferOffset() - Tok.getLength(),
                                Tok.getLength())});
  return Out;
}

/// A number, or not known. `&&` and `||` may be known all the same.
using Value = std::optional<int64_t>;

/// Precedence climbing over the tokens of one condition.
class Evaluator {
public:
  Evaluator(ArrayRef<Piece> Pieces, function_ref<MacroState(StringRef)> Lookup)
      : Pieces(Pieces), Lookup(Lookup) {}

  std::optional<bool> run() {
    Value Result = expression(0);
    if (Failed || At != Pieces.size() || !Result)
      return std::nullopt;
    return *Result != 0;
  }

private:
  bool is(TokenKind K) const {
    return At < Pieces.size() && Pieces[At].Kind == K;
  }
  bool take(TokenKind K) {
    if (!is(K))
      return false;
    ++At;
    return true;
  }
  Value fail() {
    Failed = true;
    At = Pieces.size();
    return std::nullopt;
  }

  static unsigned precedence(TokenKind K) {
    switch (K) {
    case tok::pipepipe:
      return 1;
    case tok::ampamp:
      return 2;
    case tok::pipe:
      return 3;
    case tok::caret:
      return 4;
    case tok::amp:
      return 5;
    case tok::equalequal:
    case tok::exclaimequal:
      return 6;
    case tok::less:
    case tok::lessequal:
    case tok::greater:
    case tok::greaterequal:
      return 7;
    case tok::lessless:
    case tok::greatergreater:
      return 8;
    case tok::plus:
    case tok::minus:
      return 9;
    case tok::star:
    case tok::slash:
    case tok::percent:
      return 10;
    default:
      return 0;
    }
  }

  Value expression(unsigned Least) {
    Value Left = operand();
    while (At < Pieces.size() && !Failed) {
      TokenKind Op = Pieces[At].Kind;
      unsigned Mine = precedence(Op);
      if (!Mine || Mine <= Least)
        break;
      ++At;
      Left = combine(Op, Left, expression(Mine));
    }
    if (Least == 0 && take(tok::question)) {
      Value Then = expression(0);
      if (!take(tok::colon))
        return fail();
      Value Else = expression(0);
      return !Left ? std::nullopt : *Left ? Then : Else;
    }
    return Left;
  }

  static Value combine(TokenKind Op, Value L, Value R) {
    if (Op == tok::ampamp) {
      if ((L && !*L) || (R && !*R))
        return 0;
      return L && R ? Value(1) : std::nullopt;
    }
    if (Op == tok::pipepipe) {
      if ((L && *L) || (R && *R))
        return 1;
      return L && R ? Value(0) : std::nullopt;
    }
    if (!L || !R)
      return std::nullopt;
    auto Unsigned = [](int64_t V) { return static_cast<uint64_t>(V); };
    switch (Op) {
    case tok::pipe:
      return *L | *R;
    case tok::caret:
      return *L ^ *R;
    case tok::amp:
      return *L & *R;
    case tok::equalequal:
      return *L == *R;
    case tok::exclaimequal:
      return *L != *R;
    case tok::less:
      return *L < *R;
    case tok::lessequal:
      return *L <= *R;
    case tok::greater:
      return *L > *R;
    case tok::greaterequal:
      return *L >= *R;
    case tok::lessless:
      return Unsigned(*R) < 64 ? Value(int64_t(Unsigned(*L) << *R))
                               : std::nullopt;
    case tok::greatergreater:
      return Unsigned(*R) < 64 ? Value(*L >> *R) : std::nullopt;
    case tok::plus:
      return int64_t(Unsigned(*L) + Unsigned(*R));
    case tok::minus:
      return int64_t(Unsigned(*L) - Unsigned(*R));
    case tok::star:
      return int64_t(Unsigned(*L) * Unsigned(*R));
    default:
      break; // division
    }
    if (*R == 0 || *R == -1)
      return std::nullopt;
    return Op == tok::slash ? *L / *R : *L % *R;
  }

  Value operand() {
    if (take(tok::exclaim)) {
      Value V = operand();
      return V ? Value(!*V) : std::nullopt;
    }
    if (take(tok::minus)) {
      Value V = operand();
      return V ? Value(int64_t(0 - static_cast<uint64_t>(*V))) : std::nullopt;
    }
    if (take(tok::tilde)) {
      Value V = operand();
      return V ? Value(~*V) : std::nullopt;
    }
    if (take(tok::plus))
      return operand();
    if (take(tok::l_paren)) {
      Value V = expression(0);
      return take(tok::r_paren) ? V : fail();
    }
    if (At == Pieces.size())
      return fail();
    const Piece &P = Pieces[At++];
    if (P.Kind == tok::numeric_constant)
      return number(P.Text);
    if (P.Kind != tok::raw_identifier)
      return fail();
    return P.Text == "defined" ? definedness() : macro(P.Text);
  }

  Value number(StringRef Text) {
    uint64_t V = 0;
    std::string Digits;
    for (char C : Text.rtrim("uUlLzZ"))
      if (C != '\'')
        Digits += C;
    return StringRef(Digits).getAsInteger(0, V) ? fail() : Value(int64_t(V));
  }

  Value definedness() {
    bool InParens = take(tok::l_paren);
    if (!is(tok::raw_identifier))
      return fail();
    StringRef Name = Pieces[At++].Text;
    if (InParens && !take(tok::r_paren))
      return fail();
    MacroState M = Lookup(Name);
    if (M.S == MacroState::Is::Unknown)
      return std::nullopt;
    return M.S == MacroState::Is::Defined;
  }

  Value macro(StringRef Name) {
    if (take(tok::l_paren)) { // F(...): whatever it is
      for (unsigned Depth = 1; Depth && At < Pieces.size(); ++At)
        Depth += is(tok::l_paren) - is(tok::r_paren);
      return std::nullopt;
    }
    if (Name == "true" || Name == "false")
      return Name == "true";
    MacroState M = Lookup(Name);
    if (M.S == MacroState::Is::Unknown)
      return std::nullopt;
    return M.S == MacroState::Is::Defined ? M.Value : 0;
  }

  ArrayRef<Piece> Pieces;
  function_ref<MacroState(StringRef)> Lookup;
  size_t At = 0;
  bool Failed = false;
};

using Is = MacroState::Is;

std::optional<MacroState> toolkitMacro(StringRef Name, int64_t Toolkit) {
  const SourcePlatform &Cuda = sourcePlatform();
  if (Cuda.Macros.Version.contains(Name))
    return MacroState{Is::Defined, Toolkit};
  if (Cuda.Macros.Major.contains(Name))
    return MacroState{Is::Defined, Toolkit / Cuda.MajorUnit};
  if (Cuda.Macros.Minor.contains(Name))
    return MacroState{Is::Defined, Toolkit % Cuda.MajorUnit / Cuda.MinorUnit};
  return std::nullopt;
}

bool isCompilerMacro(StringRef Name) {
  return is_contained(sourcePlatform().Macros.Compiler, Name);
}

bool isArchMacro(StringRef Name) {
  return Name == sourcePlatform().Macros.Architecture;
}

MacroState onCuda(StringRef Name, const ReferenceDevice &T) {
  if (isArchMacro(Name))
    return {Is::Defined, T.Architecture};
  if (auto M = toolkitMacro(Name, T.Toolkit))
    return *M;
  if (isCompilerMacro(Name))
    return {Is::Defined, 1};
  if (targetPlatform().Macros.Own.contains(Name))
    return {Is::Undefined, 0};
  return {};
}

/// What is left of the condition on MUSA: numbers of CUDA's are not there, and
/// `defined` asks for MUSA's macro, which is.
std::string asPorted(ArrayRef<Piece> Pieces) {
  std::string Out;
  for (size_t I = 0; I < Pieces.size(); ++I) {
    StringRef Text = Pieces[I].Text;
    bool Asked = I > 0 && (Pieces[I - 1].Text == "defined" ||
                           (I > 1 && Pieces[I - 1].Kind == tok::l_paren &&
                            Pieces[I - 2].Text == "defined"));
    bool Ported =
        isArchMacro(Text) || isCompilerMacro(Text) || toolkitMacro(Text, 0);
    Out +=
        Asked && Ported ? targetPlatform().Macros.Compiler.front() : Text.str();
    Out += ' ';
  }
  return Out;
}

MacroState onMusa(StringRef Name) {
  if (Name == targetPlatform().Macros.Compiler.front() || isCompilerMacro(Name))
    return {Is::Defined, 1};
  if (isArchMacro(Name) || toolkitMacro(Name, 0))
    return {Is::Undefined, 0};
  return {};
}

} // namespace

std::optional<bool>
evaluateCondition(StringRef Condition,
                  function_ref<MacroState(StringRef)> Lookup) {
  std::string Text = Condition.str();
  return Evaluator(lex(Text), Lookup).run();
}

std::string describeFlip(StringRef Condition) {
  std::string Text = Condition.str();
  auto Musa = evaluateCondition(asPorted(lex(Text)), onMusa);
  if (!Musa)
    return "";
  SmallVector<StringRef> Same, Other;
  for (const ReferenceDevice &T : sourcePlatform().References) {
    auto Cuda = evaluateCondition(
        Condition, [&](StringRef Name) { return onCuda(Name, T); });
    if (!Cuda)
      return "";
    (*Cuda == *Musa ? Same : Other).push_back(T.Name);
  }
  if (Other.empty())
    return "";
  std::string Out =
      *Musa ? "true on MUSA, false on " : "false on MUSA, true on ";
  return Out + (Same.empty() ? "all CUDA devices" : join(Other, ", "));
}

} // namespace musify
