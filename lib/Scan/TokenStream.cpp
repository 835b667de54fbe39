#include "Scan/TokenStream.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include <utility>

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {
namespace {

bool isComparison(TokenKind K) {
  return K == tok::less || K == tok::lessequal || K == tok::greater ||
         K == tok::greaterequal || K == tok::equalequal ||
         K == tok::exclaimequal;
}

/// Of a comparison or of arithmetic.
bool isOperator(TokenKind K) {
  return isComparison(K) || K == tok::plus || K == tok::minus ||
         K == tok::star || K == tok::slash || K == tok::percent ||
         K == tok::lessless || K == tok::greatergreater;
}

/// `LOG_DEBUG`, `logError`, `print_warning`: by one of the words in it.
bool isNamedAfterLogs(StringRef Name) {
  std::string Word;
  auto IsLog = [&] {
    return StringSwitch<bool>(std::exchange(Word, {}))
        .Cases({"log", "logf", "logger", "print", "printf", "println"}, true)
        .Cases({"debug", "dbg", "warn", "warning", "error", "fatal"}, true)
        .Default(false);
  };
  for (size_t I = 0; I < Name.size(); ++I) {
    bool Begins = isUpper(Name[I]) && I && isLower(Name[I - 1]);
    if ((Begins || !isAlpha(Name[I])) && IsLog())
      return true;
    if (isAlpha(Name[I]))
      Word += toLower(Name[I]);
  }
  return IsLog();
}

} // namespace

StringRef innermostNamespace(ArrayRef<OpenBrace> Open) {
  for (const OpenBrace &B : llvm::reverse(Open))
    if (!B.Namespace.empty())
      return B.Namespace;
  return "";
}

bool TokenStream::beginsWithGuard() const {
  return Lexemes.size() > 5 && kind(0) == tok::hash && isName(1) &&
         spelling(1) == "ifndef" && isName(2) && kind(3) == tok::hash &&
         isName(4) && spelling(4) == "define" && isName(5) &&
         spelling(5) == spelling(2);
}

size_t TokenStream::directiveEnd(size_t Hash) const {
  size_t End = Hash + 1;
  while (End < Lexemes.size() && !Lexemes[End].StartsLine)
    ++End;
  return End;
}

bool TokenStream::isCompared(size_t I, size_t Begin, size_t End) const {
  size_t Before = I, After = I + 1;
  if (After < End && kind(After) == tok::l_paren) // VERSION(2, 10, 0)
    if (auto Close = matching(After, End))
      After = *Close + 1;
  while (Before > Begin && kind(Before - 1) == tok::l_paren && After < End &&
         kind(After) == tok::r_paren) {
    --Before;
    ++After;
  }
  return (Before > Begin && isOperator(kind(Before - 1))) ||
         (After < End && isOperator(kind(After)));
}

bool TokenStream::isWholeArgument(size_t I, size_t Begin, size_t End) const {
  return I > Begin && I + 1 < End &&
         (kind(I - 1) == tok::l_paren || kind(I - 1) == tok::comma) &&
         (kind(I + 1) == tok::r_paren || kind(I + 1) == tok::comma);
}

StringRef TokenStream::openedNamespace(size_t Brace) const {
  size_t First = Brace;
  while (First > 0 &&
         (isName(First - 1) || kind(First - 1) == tok::coloncolon) &&
         spelling(First - 1) != "namespace")
    --First;
  if (First == 0 || First == Brace || spelling(First - 1) != "namespace")
    return "";
  return Text.slice(Lexemes[First].Offset, endOf(Brace - 1));
}

bool TokenStream::isNominatedNamespace(size_t I) const {
  auto Is = [&](size_t At, StringRef Word) {
    return At < Lexemes.size() && spelling(At) == Word;
  };
  if (!Is(I + 1, ";"))
    return false;
  size_t First = Is(I - 1, "::") ? I - 1 : I;
  return (Is(First - 1, "namespace") && Is(First - 2, "using")) ||
         (Is(First - 1, "=") && Is(First - 3, "namespace"));
}

/// The parameters that open here are those of a lambda, `[] __device__ <T>(`.
bool TokenStream::isLambdas(size_t Paren, size_t Begin) const {
  size_t At = Paren;
  if (At > Begin && kind(At - 1) == tok::greater)
    if (auto Less = matchingBack(At - 1, Begin))
      At = *Less;
  while (At > Begin && isName(At - 1) && spelling(At - 1).starts_with("__"))
    --At;
  if (At == Begin || kind(At - 1) != tok::r_square)
    return false;
  auto Square = matchingBack(At - 1, Begin);
  if (!Square || *Square == Begin)
    return Square.has_value();
  size_t Before = *Square - 1;
  bool IsElement = kind(Before) == tok::r_paren ||
                   kind(Before) == tok::r_square ||
                   (isName(Before) && !spelling(Before).ends_with("return"));
  return !IsElement;
}

/// The `->` of `[](int N) -> T`, `auto f() const -> T` and
/// `auto operator()() noexcept(true) -> T`, not of `f()->name`.
bool TokenStream::isTrailingReturn(size_t Arrow, size_t Begin) const {
  size_t At = Arrow;
  auto IsSpecifier = [](StringRef Word) {
    return Word == "const" || Word == "volatile" || Word == "noexcept" ||
           Word == "mutable" || Word == "constexpr";
  };
  while (At > Begin && (isPointer(kind(At - 1)) ||
                        (isName(At - 1) && IsSpecifier(spelling(At - 1)))))
    --At;
  if (At == Begin || kind(At - 1) != tok::r_paren)
    return false;
  auto Open = matchingBack(At - 1, Begin);
  if (!Open || *Open == Begin)
    return false;
  if (isLambdas(*Open, Begin))
    return true;
  size_t Name = *Open - 1;
  if (isName(Name) && spelling(Name) == "noexcept")
    return isTrailingReturn(Name, Begin);
  if (kind(Name) == tok::r_paren && Name > Begin + 2 &&
      spelling(Name - 2) == "operator")
    Name -= 2;
  while (isName(Name) && Name > Begin + 1 && kind(Name - 1) == tok::coloncolon)
    Name -= 2;
  return spelling(Name) == "auto" ||
         (isName(Name) && Name > Begin && spelling(Name - 1) == "auto");
}

void TokenStream::fillPrefix(size_t I, size_t Begin, place::Name &Is) const {
  if (I > Begin && spelling(I - 1) == "template")
    --I; // x.template name<...>()
  if (I == Begin)
    return;
  TokenKind Prev = kind(I - 1);
  if (Prev == tok::arrow && isTrailingReturn(I - 1, Begin))
    return;
  if (Prev == tok::period || Prev == tok::arrow) {
    Is.Prefix = place::Before::Member;
    return;
  }
  if (Prev != tok::coloncolon)
    return;
  size_t First = I - 1;
  // `__device__ ::name`: what a blank parts from `::` does not qualify.
  while (First >= Begin + 2 && kind(First) == tok::coloncolon &&
         isName(First - 1) && endOf(First - 1) == Lexemes[First].Offset) {
    --First;
    if (First == Begin || kind(First - 1) != tok::coloncolon)
      break;
    --First;
  }
  if (First == I - 1) {
    // `::name`, or `T<...>::name`
    bool OfTemplate = First > Begin && (kind(First - 1) == tok::greater ||
                                        kind(First - 1) == tok::greatergreater);
    Is.Prefix = OfTemplate ? place::Before::Scope : place::Before::GlobalScope;
    return;
  }
  Is.Prefix = place::Before::Scope;
  if (kind(First) == tok::coloncolon)
    ++First;
  Is.Qualifier = Text.slice(Lexemes[First].Offset, endOf(I - 2));
}

bool TokenStream::isInLogCall(size_t I, size_t Begin) const {
  constexpr size_t Farthest = 100;
  size_t Stop = I > Begin + Farthest ? I - Farthest : Begin;
  unsigned Closed = 0;
  while (I-- > Stop)
    if (kind(I) == tok::r_paren)
      ++Closed;
    else if (kind(I) == tok::semi || kind(I) == tok::l_brace)
      return false;
    else if (kind(I) == tok::l_paren && !Closed--)
      return I > Begin && isName(I - 1) && isNamedAfterLogs(spelling(I - 1));
  return false;
}

size_t TokenStream::templateArgumentsEnd(size_t Less, size_t End) const {
  int Angle = 0, Depth = 0;
  for (size_t I = Less; I < End; ++I) {
    TokenKind K = kind(I);
    if (isOpening(K))
      ++Depth;
    else if (isClosing(K))
      --Depth;
    if (Depth < 0 || K == tok::semi || K == tok::question || K == tok::ampamp ||
        K == tok::pipepipe || K == tok::greatergreatergreater)
      return Less;
    if (Depth == 0)
      Angle += (K == tok::less) - closingAngles(K);
    if (Angle <= 0)
      return Angle < 0 ? Less : I;
  }
  return Less;
}

std::optional<size_t> TokenStream::matching(size_t Open, size_t End) const {
  // Where `#if` and `#else` each open one that a third branch closes, nothing
  // does, and a file of many megabytes has many such places.
  constexpr size_t Farthest = 1 << 17;
  End = std::min(End, Open + Farthest);
  unsigned Depth = 0;
  for (size_t I = Open; I < End; ++I) {
    TokenKind K = kind(I);
    if (isOpening(K))
      ++Depth;
    else if (isClosing(K))
      if (--Depth == 0)
        return I;
    if (K == tok::semi && Depth == 0)
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<size_t> TokenStream::matchingBack(size_t Close,
                                                size_t Begin) const {
  bool Angles = closingAngles(kind(Close)) > 0;
  int Depth = 0, Angle = 0;
  for (size_t I = Close + 1; I-- > Begin;) {
    TokenKind K = kind(I);
    if (isClosing(K))
      ++Depth;
    else if (isOpening(K))
      --Depth;
    else if (Angles && Depth == 0)
      Angle += closingAngles(K) - (K == tok::less);
    if (K == tok::semi || Depth < 0)
      return std::nullopt;
    if (Depth == 0 && Angle == 0)
      return I;
  }
  return std::nullopt;
}

std::optional<place::Call> TokenStream::callPieces(size_t I, size_t End) const {
  size_t Open = I + 1;
  if (Open < End && kind(Open) == tok::less) {
    size_t Close = templateArgumentsEnd(Open, End);
    if (Close == Open)
      return std::nullopt; // a comparison
    Open = Close + 1;
  }
  if (Open >= End || kind(Open) != tok::l_paren)
    return std::nullopt;
  auto Close = matching(Open, End);
  if (!Close)
    return std::nullopt;
  place::Call P;
  P.NameEnd = endOf(Open - 1);
  P.End = endOf(*Close);
  unsigned Depth = 0;
  size_t First = Open + 1;
  for (size_t J = First; J <= *Close; ++J) {
    TokenKind K = kind(J);
    if (J == *Close || (Depth == 0 && K == tok::comma)) {
      if (J > First)
        P.Args.emplace_back(Lexemes[First].Offset, endOf(J - 1));
      First = J + 1;
    } else if (isOpening(K)) {
      ++Depth;
    } else if (isClosing(K)) {
      --Depth;
    } else if (Depth == 0 && K == tok::less && isName(J - 1)) {
      J = templateArgumentsEnd(J, *Close);
    }
  }
  return P;
}

std::optional<place::Comparison> TokenStream::comparison(size_t I, size_t Begin,
                                                         size_t End) const {
  size_t Left = I, Right = I;
  while (Left > Begin && kind(Left - 1) == tok::l_paren && Right + 1 < End &&
         kind(Right + 1) == tok::r_paren) {
    --Left;
    ++Right;
  }
  place::Comparison C;
  if (Right + 2 < End && isComparison(kind(Right + 1)) &&
      kind(Right + 2) == tok::numeric_constant) {
    C.Op = spelling(Right + 1);
    C.Number = spelling(Right + 2);
    C.Begin = Lexemes[Left].Offset;
    C.End = endOf(Right + 2);
    return C;
  }
  if (Left < Begin + 2 || !isComparison(kind(Left - 1)) ||
      kind(Left - 2) != tok::numeric_constant)
    return std::nullopt;
  TokenKind K = kind(Left - 1);
  C.Op = K == tok::less           ? ">"
         : K == tok::lessequal    ? ">="
         : K == tok::greater      ? "<"
         : K == tok::greaterequal ? "<="
                                  : spelling(Left - 1);
  C.Number = spelling(Left - 2);
  C.Begin = Lexemes[Left - 2].Offset;
  C.End = endOf(Right);
  return C;
}

/// First token of the kernel expression that ends before `End`: something in
/// parentheses, or names with template arguments, subscripts and the like.
std::optional<size_t> TokenStream::kernelBegin(size_t End, size_t Begin) const {
  size_t At = End;
  while (At > Begin) {
    TokenKind K = kind(At - 1);
    if (K == tok::r_paren || K == tok::r_square || closingAngles(K)) {
      auto Open = matchingBack(At - 1, Begin);
      if (!Open)
        return std::nullopt;
      At = *Open;
      if (K != tok::r_paren)
        continue; // what is subscripted or specialised comes before
      bool IsCall =
          At > Begin && (isName(At - 1) || kind(At - 1) == tok::r_paren);
      return IsCall ? std::nullopt : std::optional(At);
    }
    if (K != tok::raw_identifier || spelling(At - 1) == "return")
      return std::nullopt;
    --At;
    if (At == Begin)
      return At;
    TokenKind Before = kind(At - 1);
    if (Before == tok::period || Before == tok::arrow) {
      --At;
    } else if (Before == tok::coloncolon) {
      --At;
      if (At == Begin || (!isName(At - 1) && !closingAngles(kind(At - 1))))
        return At;
    } else {
      return At;
    }
  }
  return std::nullopt;
}

place::Launch TokenStream::launchPieces(size_t I, size_t Begin,
                                        size_t End) const {
  place::Launch P;
  auto Kernel = kernelBegin(I, Begin);
  if (!Kernel)
    return {};
  P.KernelBegin = Lexemes[*Kernel].Offset;
  unsigned Depth = 0;
  unsigned From = endOf(I);
  size_t Close = I + 1;
  for (; Close < End && Close < I + 4096; ++Close) {
    TokenKind K = kind(Close);
    if (isOpening(K))
      ++Depth;
    else if (isClosing(K))
      --Depth;
    else if (Depth == 0 && K == tok::less && isName(Close - 1))
      Close = templateArgumentsEnd(Close, End);
    else if (Depth == 0 &&
             (K == tok::comma || K == tok::greatergreatergreater)) {
      P.Config.emplace_back(From, Lexemes[Close].Offset);
      From = endOf(Close);
    }
    if (K == tok::greatergreatergreater || K == tok::semi)
      break;
  }
  if (Close + 1 >= End || kind(Close) != tok::greatergreatergreater ||
      kind(Close + 1) != tok::l_paren || P.Config.size() < 2 ||
      P.Config.size() > 4)
    return {};
  auto Paren = matching(Close + 1, End);
  if (!Paren)
    return {};
  P.CloseBegin = Lexemes[Close].Offset;
  P.ParenBegin = Lexemes[Close + 1].Offset;
  P.ArgsEnd = Lexemes[*Paren].Offset;
  P.HasArgs = *Paren != Close + 2;
  return P;
}

} // namespace musify
