#include "Rewrite/WarpText.h"
#include "Platform/Answers.h"
#include "Platform/Platform.h"
#include "Rewrite/FileWords.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {
namespace {

/// Words from `Begin` to `End`, exclusive.
struct Span {
  size_t Begin = 0, End = 0;
};

class WarpText : FileWords {
public:
  WarpText(const ScannedFile &Scan, FileContext &Context)
      : FileWords(Scan.Text), Scan(Scan), Context(Context) {}
  void report();

private:
  struct Shuffle {
    size_t Name = 0;
    unsigned Close = 0; ///< offset of the bracket
  };

  std::optional<Shuffle> openShuffleAt(size_t At) const;
  Span functionAround(size_t At) const;
  bool mayMeanIt(Span Function) const;
  bool assertsOneGroup() const;
  bool isFirstOfArgument(size_t At) const {
    return is(At - 1, tok::comma) || is(At - 1, tok::l_paren);
  }
  void readSize(size_t At);
  void tell(ArrayRef<Shuffle> Open);
  Message sizes() const { return warpSizesOf(Context.Options.targets()); }
  bool is(size_t At, tok::TokenKind Kind) const {
    return At < Words.size() && Words[At].Kind == Kind;
  }

  const ScannedFile &Scan;
  FileContext &Context;
  const WarpNames &Names = sourcePlatform().Warp;
};

/// `__shfl_sync(Mask, V, Lane)`, unless `Lane` is made from the thread's index.
std::optional<WarpText::Shuffle> WarpText::openShuffleAt(size_t At) const {
  bool IsCall =
      is(At + 1, tok::l_paren) && At > 0 && !is(At - 1, tok::period) &&
      !is(At - 1, tok::arrow) &&
      (!is(At - 1, tok::raw_identifier) || Words[At - 1].Text == "return" ||
       Words[At - 1].Text == "else");
  if (!IsCall)
    return std::nullopt;
  unsigned Depth = 0, Commas = 0,
           Lane = Names.Masked.contains(Words[At].Text) ? 2 : 1;
  for (size_t I = At + 1; I < Words.size() && !endsStatement(Words[I].Kind);
       ++I) {
    Depth += is(I, tok::l_paren) || is(I, tok::l_square);
    Depth -= is(I, tok::r_paren) || is(I, tok::r_square);
    Commas += Depth == 1 && is(I, tok::comma);
    bool IsOwnLane = Commas == Lane && Words[I].Text == Names.ThreadIndex;
    bool IsConstant = Depth == 1 && Commas + 1 == Lane && // the value's
                      is(I, tok::numeric_constant) && is(I + 1, tok::comma) &&
                      isFirstOfArgument(I);
    if (IsOwnLane || IsConstant)
      return std::nullopt;
    if (!Depth)
      return Commas == Lane ? std::optional(Shuffle{At, Words[I].Offset})
                            : std::nullopt;
  }
  return std::nullopt;
}

/// Behind the parameters of a function.
static bool isQualifier(StringRef Word) {
  return Word == "const" || Word == "noexcept" || Word == "override" ||
         Word == "final";
}

/// The outermost braces around that follow a parameter list, with what stands
/// before them; else the whole file. A macro's body is judged alone.
Span WarpText::functionAround(size_t At) const {
  if (isInDirective(Scan.Text, Words[At].Offset))
    return {At, At + 1};
  Span Found{0, Words.size()};
  unsigned Depth = 0;
  size_t Begin = 0, Body = 0;
  for (size_t I = 0; I < Words.size(); ++I) {
    if (!Depth && endsStatement(Words[I].Kind) && !is(I, tok::l_brace))
      Begin = I + 1;
    if (is(I, tok::l_brace)) {
      size_t Before = I;
      while (Before && isQualifier(Words[Before - 1].Text))
        --Before;
      bool IsFunction = Before && is(Before - 1, tok::r_paren);
      if (!Depth && !IsFunction) { // a namespace or class
        Begin = I + 1;
        continue;
      }
      Body = Depth ? Body : I;
      ++Depth;
    } else if (is(I, tok::r_brace) && Depth) {
      if (--Depth)
        continue;
      if (Body < At && At < I)
        return {Begin, I};
      Begin = I + 1;
    }
  }
  return Found;
}

/// `warpSize`, a barrier of the block, shared memory, a block of one warp: the
/// lanes of all groups may have the same value, or only one group be there.
bool WarpText::mayMeanIt(Span Function) const {
  for (size_t I = Function.Begin; I < Function.End; ++I) {
    StringRef Text = Words[I].Text;
    if (Text == Names.SizeVariable || Names.BlockBarriers.contains(Text) ||
        sourcePlatform().Device.LimitWords.contains(Text) ||
        Text == "static_assert")
      return true;
  }
  return false;
}

/// `static_assert(BlockSize == 32, ...)` of a class or function in the file.
bool WarpText::assertsOneGroup() const {
  for (size_t I = 0; I < Words.size(); ++I)
    for (size_t K = I; Words[I].Text == "static_assert" && K < Words.size() &&
                       !endsStatement(Words[K].Kind);
         ++K)
      if (is(K, tok::equalequal) && numberAt(K + 1) == int64_t(Names.Size))
        return true;
  return false;
}

void WarpText::tell(ArrayRef<Shuffle> Open) {
  const Word &First = Words[Open.front().Name];
  StringRef Call = Scan.Text.slice(First.Offset, Open.front().Close + 1);
  Message What = say(msg::ShuffleOpen, sizes(), Call);
  if (Open.size() > 1)
    What.add(say(msg::ShuffleOpenMore, Open.size() - 1));
  std::vector<Replacement> Fix;
  for (const Shuffle &S : Open)
    Fix.push_back({S.Close, 0, ", " + std::to_string(Names.Size)});
  Context.report(candidateOf(First), std::move(What), std::nullopt,
                 std::move(Fix));
}

/// `prop.warpSize == 32`
void WarpText::readSize(size_t At) {
  if (At < 2 || !(is(At - 1, tok::period) || is(At - 1, tok::arrow)))
    return;
  size_t Begin = At;
  while (Begin > 1 && (is(Begin - 1, tok::period) || is(Begin - 1, tok::arrow)))
    Begin -= 2;
  if (comparedWith(Begin, At + 1) != int64_t(Names.Size))
    return;
  Context.report(candidateOf(Words[At]),
                 say(msg::HostWarpCompared, sourcePlatform().Device.Properties,
                     Names.Size, sizes()));
}

void WarpText::report() {
  std::map<size_t, std::vector<Shuffle>> ByFunction;
  for (size_t At = 0; At < Words.size(); ++At) {
    const Word &W = Words[At];
    if (W.Kind != tok::raw_identifier || !Context.isUnseen(W.Offset))
      continue;
    if (W.Text == Names.SizeField)
      readSize(At);
    if (!Names.NumberedReads.contains(W.Text))
      continue;
    auto Open = openShuffleAt(At);
    if (!Open)
      continue;
    Span Function = functionAround(At);
    if (!mayMeanIt(Function))
      ByFunction[Function.Begin].push_back(*Open);
  }
  if (ByFunction.empty() || assertsOneGroup())
    return;
  for (const auto &[Begin, Open] : ByFunction)
    tell(Open);
}

} // namespace

void reportWarpTexts(const ScannedFile &Scan, FileContext &Context) {
  const WarpNames &Names = sourcePlatform().Warp;
  if (Context.Project.Names.isReversed() ||
      !hasOtherWarps(Context.Options.targets()) ||
      !(Scan.Text.contains(Names.ShuffleWord) ||
        Scan.Text.contains(Names.SizeField)))
    return;
  WarpText(Scan, Context).report();
}

} // namespace musify
