#include "Scan/Condition.h"
#include "Platform/Platform.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {
namespace {

using Piece = Condition::Piece;

std::vector<Piece> lex(StringRef Text) {
  std::vector<Piece> Out;
  forEachRawToken(Text, [&](const clang::Token &Tok, unsigned Offset) {
    Out.push_back({Tok.getKind(), Text.substr(Offset, Tok.getLength())});
  });
  return Out;
}

/// A number, or not known. `&&` and `||` may be known all the same.
using Value = std::optional<int64_t>;

/// Precedence climbing over the tokens of one condition.
class Evaluator {
public:
  Evaluator(ArrayRef<Piece> Pieces, Assignment Lookup)
      : Pieces(Pieces), Lookup(Lookup) {}

  Truth run() {
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
    if (take(tok::l_paren)) {
      size_t First = At;
      for (unsigned Depth = 1; Depth && At < Pieces.size(); ++At)
        Depth += is(tok::l_paren) - is(tok::r_paren);
      bool AsksHeader = Name.starts_with("__has_include") && At > First + 1;
      return AsksHeader ? valueOf(spelled(First, At - 1))
                        : std::nullopt; // F(...): whatever it is
    }
    if (Name == "true" || Name == "false")
      return Name == "true";
    return valueOf(Name);
  }

  Value valueOf(StringRef Name) {
    MacroState M = Lookup(Name);
    if (M.S == MacroState::Is::Unknown)
      return std::nullopt;
    return M.S == MacroState::Is::Defined ? M.Value : Value(0);
  }

  /// The text of some pieces, as it is written.
  StringRef spelled(size_t First, size_t End) const {
    const char *Begin = Pieces[First].Text.begin();
    return {Begin, size_t(Pieces[End - 1].Text.end() - Begin)};
  }

  ArrayRef<Piece> Pieces;
  Assignment Lookup;
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

/// The piece is the operand of `defined`.
bool isAsked(ArrayRef<Piece> Pieces, size_t I) {
  return I > 0 && (Pieces[I - 1].Text == "defined" ||
                   (I > 1 && Pieces[I - 1].Kind == tok::l_paren &&
                    Pieces[I - 2].Text == "defined"));
}

/// The name's number counts somewhere in the condition.
bool isCounted(ArrayRef<Piece> Pieces, StringRef Name) {
  for (size_t I = 0; I < Pieces.size(); ++I)
    if (Pieces[I].Text == Name && !isAsked(Pieces, I))
      return true;
  return false;
}

/// What is left of the condition on MUSA: numbers of CUDA's are not there, and
/// `defined` alone asks for MUSA's macro, which is.
std::string asPorted(ArrayRef<Piece> Pieces) {
  std::string Out;
  for (size_t I = 0; I < Pieces.size(); ++I) {
    StringRef Text = Pieces[I].Text;
    bool HasNumber = isArchMacro(Text) || toolkitMacro(Text, 0);
    bool Ported =
        isAsked(Pieces, I) &&
        (isCompilerMacro(Text) || (HasNumber && !isCounted(Pieces, Text)));
    Out += Ported ? targetPlatform().Macros.Compiler.front() : Text.str();
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

MacroState inSourceBuild(StringRef Macro, const ReferenceDevice &Device) {
  return onCuda(Macro, Device);
}

MacroState inTargetBuild(StringRef Macro) {
  const PlatformMacros &Musa = targetPlatform().Macros;
  if (is_contained(Musa.Compiler, Macro))
    return {Is::Defined, 1};
  if (Macro == Musa.Architecture || Musa.Version.contains(Macro))
    return {Is::Defined, std::nullopt};
  if (isCompilerMacro(Macro) || isArchMacro(Macro) || toolkitMacro(Macro, 0))
    return {Is::Undefined, 0};
  return {};
}

Truth negated(Truth A) { return A ? Truth(!*A) : A; }

Truth both(Truth A, Truth B) {
  if ((A && !*A) || (B && !*B))
    return false;
  return A && B ? Truth(true) : std::nullopt;
}

Truth either(Truth A, Truth B) { return negated(both(negated(A), negated(B))); }

bool hasCondition(StringRef Directive) {
  return Directive == "if" || Directive == "elif" || Directive == "ifdef" ||
         Directive == "ifndef" || Directive == "elifdef" ||
         Directive == "elifndef";
}

Condition::Condition(StringRef Directive, StringRef Text) : Begin(Text.data()) {
  std::vector<Piece> Own = lex(Text);
  if (!Directive.ends_with("def")) {
    Pieces = std::move(Own);
    return;
  }
  if (Directive.ends_with("ndef"))
    Pieces.push_back({tok::exclaim, "!"});
  Pieces.push_back({tok::raw_identifier, "defined"});
  if (!Own.empty()) // compilers ignore what follows the name
    Pieces.push_back(Own.front());
}

Truth Condition::evaluate(Assignment Macros) const {
  return Evaluator(Pieces, Macros).run();
}

Truth Condition::onTargetDevice() const {
  if (!names(isArchMacro))
    return std::nullopt;
  std::string Ported = asPorted(Pieces);
  return Condition("if", Ported).evaluate(onMusa);
}

Truth Condition::onSourceDevice() const {
  if (!names(isArchMacro))
    return std::nullopt;
  return evaluate([](StringRef Macro) {
    return isArchMacro(Macro)
               ? MacroState{MacroState::Is::Defined, std::nullopt}
               : MacroState{};
  });
}

bool Condition::names(function_ref<bool(StringRef)> Matches) const {
  return any_of(Pieces, [&](const Piece &P) {
    return P.Kind == tok::raw_identifier && P.Text != "defined" &&
           Matches(P.Text);
  });
}

bool Condition::isTested(size_t Offset) const {
  for (size_t I = 1; I < Pieces.size(); ++I) {
    if (Pieces[I].Text.data() != Begin + Offset)
      continue;
    size_t Before = I - 1;
    if (Before && Pieces[Before].Kind == tok::l_paren)
      --Before;
    return Pieces[Before].Text == "defined";
  }
  return false;
}

std::optional<Flip> findFlip(StringRef Text) {
  Condition C("if", Text);
  std::string Ported = asPorted(lex(Text));
  Truth Musa = Condition("if", Ported).evaluate(onMusa);
  if (!Musa)
    return std::nullopt;
  Flip Out{*Musa, {}};
  for (const ReferenceDevice &T : sourcePlatform().References) {
    Truth Cuda = C.evaluate([&](StringRef Name) { return onCuda(Name, T); });
    if (!Cuda)
      return std::nullopt;
    if (*Cuda != *Musa)
      Out.Opposite.emplace_back(T.Name);
  }
  if (Out.Opposite.empty())
    return std::nullopt;
  if (Out.Opposite.size() == sourcePlatform().References.size())
    Out.Opposite.clear();
  return Out;
}

} // namespace musify
