#include "Scan/SplitLaunch.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {
namespace {

using Parts = std::vector<std::pair<unsigned, unsigned>>;

/// Lexemes of one bracket, half open.
struct Run {
  size_t First = 0, Last = 0;
};

bool opensAngle(TokenKind K) { return K == tok::less || K == tok::lessless; }

/// How many `<` or `>` the token is.
unsigned anglesOf(TokenKind K) {
  return K == tok::less           ? 1
         : K == tok::lessless     ? 2
         : K == tok::lesslessless ? 3
                                  : closingAngles(K);
}

/// The divided `<<<` that begins with the lexeme `I`, behind a kernel.
std::optional<Run> splitOpening(const TokenStream &T, size_t I, size_t Begin,
                                size_t End) {
  if (!opensAngle(T.kind(I)) || I + 1 >= End || !opensAngle(T.kind(I + 1)))
    return std::nullopt;
  unsigned Length = 0;
  Run Out{I, I};
  for (; Out.Last < End && opensAngle(T.kind(Out.Last)); ++Out.Last)
    Length += anglesOf(T.kind(Out.Last));
  if (Length != 3 || I == Begin)
    return std::nullopt;
  TokenKind Before = T.kind(I - 1);
  bool IsKernel = Before == tok::r_paren || Before == tok::r_square ||
                  closingAngles(Before) || // `operator<< <T>` is none
                  (T.isName(I - 1) && T.spelling(I - 1) != "operator");
  return IsKernel ? std::optional(Out) : std::nullopt;
}

/// What closes the launch whose configuration begins with the lexeme `I`. The
/// run may begin with a `>` of template arguments.
std::optional<Run> closingRun(const TokenStream &T, size_t I, size_t End) {
  constexpr size_t Farthest = 4096;
  unsigned Depth = 0;
  for (size_t Stop = std::min(End, I + Farthest); I < Stop; ++I) {
    TokenKind K = T.kind(I);
    if (K == tok::semi || (isClosing(K) && !Depth))
      return std::nullopt;
    Depth += isOpening(K) - isClosing(K);
    if (Depth)
      continue;
    if (K == tok::less && T.isName(I - 1)) {
      I = T.templateArgumentsEnd(I, End);
      continue;
    }
    Run Out{I, I};
    int Length = 0;
    for (; Out.Last < End && closingAngles(T.kind(Out.Last)); ++Out.Last)
      Length += closingAngles(T.kind(Out.Last));
    if (Length >= 3)
      return Out;
  }
  return std::nullopt;
}

/// The lexemes of the run, without as much of the first ones as is too much
/// for a bracket.
Parts partsOf(const TokenStream &T, Run R) {
  Parts Out;
  unsigned Missing = 3;
  for (size_t I = R.Last; Missing; --I) {
    const Lexeme &L = T.Lexemes[I - 1];
    unsigned Length = L.NeedsCleaning ? L.Length : std::min(L.Length, Missing);
    unsigned End = L.Offset + L.Length;
    Out.insert(Out.begin(), {End - Length, End});
    Missing -= std::min(Missing, anglesOf(L.Kind));
  }
  return Out;
}

/// The bracket becomes one lexeme; a `>` before it stays one of its own.
void join(TokenStream &T, Run R, const Parts &Bracket, TokenKind Kind) {
  std::vector<Lexeme> New;
  for (size_t I = R.First; I < R.Last; ++I) {
    Lexeme L = T.Lexemes[I];
    if (L.Offset >= Bracket.front().first)
      break;
    unsigned Rest = Bracket.front().first - L.Offset;
    if (Rest < L.Length) {
      L.Length = Rest;
      L.Kind = Rest == 1 ? tok::greater : tok::greatergreater;
    }
    New.push_back(L);
  }
  Lexeme Whole = T.Lexemes[R.First];
  Whole.StartsLine = Whole.StartsLine && New.empty();
  Whole.Offset = Bracket.front().first;
  Whole.Length = Bracket.back().second - Whole.Offset;
  Whole.Kind = Kind;
  New.push_back(Whole);
  auto At = T.Lexemes.begin();
  T.Lexemes.erase(At + R.First, At + R.Last);
  T.Lexemes.insert(T.Lexemes.begin() + R.First, New.begin(), New.end());
}

/// The text of the bracket's parts, and that of what stands between them.
std::pair<std::string, std::string> textsOf(StringRef Text, const Parts &All) {
  std::pair<std::string, std::string> Out;
  unsigned At = All.front().first;
  for (auto [Begin, End] : All) {
    Out.second += Text.slice(At, Begin);
    Out.first += Text.slice(Begin, End);
    At = End;
  }
  return Out;
}

} // namespace

std::map<unsigned, SplitLaunch> joinSplitLaunches(TokenStream &T) {
  std::map<unsigned, SplitLaunch> Out;
  size_t Begin = 0, DirectiveEnd = 0;
  for (size_t I = 0; I < T.Lexemes.size(); ++I) {
    if (T.kind(I) == tok::hash && T.Lexemes[I].StartsLine) {
      Begin = I;
      DirectiveEnd = T.directiveEnd(I);
    } else if (I == DirectiveEnd) {
      Begin = 0;
    }
    size_t End = I < DirectiveEnd ? DirectiveEnd : T.Lexemes.size();
    bool IsWhole = T.kind(I) == tok::lesslessless;
    auto Open = IsWhole ? Run{I, I + 1} : splitOpening(T, I, Begin, End);
    auto Close = Open ? closingRun(T, Open->Last, End) : std::nullopt;
    if (!Close)
      continue;
    SplitLaunch Each{partsOf(T, *Open), partsOf(T, *Close)};
    if (Each.Open.size() == 1 && Each.Close.size() == 1)
      continue;
    size_t Before = T.Lexemes.size();
    join(T, *Close, Each.Close, tok::greatergreatergreater);
    join(T, *Open, Each.Open, tok::lesslessless);
    if (DirectiveEnd > I)
      DirectiveEnd -= Before - T.Lexemes.size();
    Out.emplace(T.Lexemes[I].Offset, std::move(Each));
  }
  return Out;
}

std::vector<BracedArgument> bracedArguments(const TokenStream &T,
                                            const place::Launch &P) {
  std::vector<BracedArgument> Out;
  auto Reaches = [](unsigned Offset) {
    return [Offset](const Lexeme &L) { return L.Offset < Offset; };
  };
  for (const auto &[I, Range] : enumerate(P.Config)) {
    auto First = partition_point(T.Lexemes, Reaches(Range.first));
    auto Last = partition_point(T.Lexemes, Reaches(Range.second)) - 1;
    if (First < Last && First->Kind == tok::l_brace &&
        Last->Kind == tok::r_brace)
      Out.push_back({unsigned(I), First->Offset, Last->Offset});
  }
  return Out;
}

bool hasLaunchesOfNvcc(const ScannedFile &Scan) {
  return !Scan.SplitLaunches.empty() || !Scan.BracedArguments.empty();
}

/// `(8, 8)` has another value than `{8, 8}`, but the same names in it.
static void putParentheses(const BracedArgument &A, std::string &Text) {
  bool IsEmpty = StringRef(Text).slice(A.Open + 1, A.Close).trim().empty();
  Text[A.Open] = IsEmpty ? '0' : '(';
  Text[A.Close] = IsEmpty ? ' ' : ')';
}

std::string withClangLaunches(const ScannedFile &Scan) {
  std::string Out = Scan.Text.str();
  for (const auto &[Offset, Each] : Scan.BracedArguments)
    for (const BracedArgument &A : Each)
      putParentheses(A, Out);
  auto Put = [&](const Parts &All, bool IsFirst) {
    auto [Bracket, Between] = textsOf(Scan.Text, All);
    std::string New = IsFirst ? Bracket + Between : Between + Bracket;
    Out.replace(All.front().first, New.size(), New);
  };
  for (const auto &[Offset, Each] : Scan.SplitLaunches) {
    Put(Each.Open, /*IsFirst=*/true);
    Put(Each.Close, /*IsFirst=*/false);
  }
  return Out;
}

} // namespace musify
