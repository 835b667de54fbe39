#include "Rewrite/GroupWords.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {

GroupWords::GroupWords(StringRef Text, function_ref<bool(unsigned)> IsLeftOut)
    : LaneWords(Text, IsLeftOut) {
  for (size_t I = 0; I < Words.size(); ++I) {
    if (!is(I, tok::raw_identifier))
      continue;
    StringRef Name = Words[I].Text;
    Places[Name].push_back(I);
    if (sourcePlatform().Device.LimitWords.contains(Name))
      Limits.push_back(I);
    if (Names.BlockBarriers.contains(Name) || Name == "static_assert")
      Barriers.push_back(I);
  }
}

static ArrayRef<size_t> between(ArrayRef<size_t> All, size_t Begin,
                                size_t End) {
  size_t First = llvm::lower_bound(All, Begin) - All.begin();
  size_t Behind = llvm::lower_bound(All, End) - All.begin();
  return First < Behind ? All.slice(First, Behind - First) : ArrayRef<size_t>();
}

ArrayRef<size_t> GroupWords::placesOf(StringRef Name, size_t Begin,
                                      size_t End) const {
  auto It = Places.find(Name);
  return It == Places.end() ? ArrayRef<size_t>()
                            : between(It->second, Begin, End);
}

/// `__shfl_sync(Mask, V, Lane)`, unless `Lane` is the thread's own or near it,
/// which is its number with some bits changed, or `V` is a constant.
std::optional<OpenRead> GroupWords::openReadAt(size_t At) const {
  bool IsCall =
      is(At + 1, tok::l_paren) && At > 0 && !is(At - 1, tok::period) &&
      !is(At - 1, tok::arrow) &&
      (!is(At - 1, tok::raw_identifier) || Words[At - 1].Text == "return" ||
       Words[At - 1].Text == "else");
  if (!IsCall)
    return std::nullopt;
  size_t Lane = Names.Masked.contains(Words[At].Text) ? 2 : 1;
  auto Arguments = argumentsAt(At + 1);
  if (Arguments.size() != Lane + 1)
    return std::nullopt;
  auto [Begin, End] = Arguments[Lane];
  bool IsOwn = false, IsFar = false, IsCleared = false; // `tid & ~3`
  for (size_t I = Begin; I < End; ++I) {
    IsOwn |= Words[I].Text == Names.ThreadIndex;
    IsCleared |= is(I, tok::amp) && is(I + 1, tok::tilde);
    IsFar |= is(I, tok::plus) || is(I, tok::minus) || is(I, tok::percent);
  }
  auto [First, Behind] = Arguments[Lane - 1];
  bool IsConstant = Behind - First == 1 && is(First, tok::numeric_constant);
  if ((IsOwn && (!IsFar || IsCleared)) || IsConstant)
    return std::nullopt;
  return OpenRead{At, closingOf(At + 1), First, Behind};
}

/// `__launch_bounds__(32)`, or a launch with so many threads. A function that
/// counts by `warpSize` has another finding.
bool GroupWords::isOneGroupOrAll(const FunctionExtent &F) const {
  for (size_t I = F.Begin; I < F.End && !F.IsMacro; ++I)
    if (Words[I].Text == Names.SizeVariable)
      return true;
  for (size_t I = F.Begin; I < F.Body; ++I) {
    if (!sourcePlatform().Device.LimitWords.contains(Words[I].Text) ||
        !is(I + 1, tok::l_paren))
      continue;
    auto Bounds = argumentsAt(I + 1);
    auto Most = Bounds.empty() ? std::nullopt : numberIn(Bounds[0]);
    if (Most && *Most <= int64_t(Names.Size))
      return true;
  }
  return isLaunchedAsOneGroup(F.Name);
}

bool GroupWords::isLaunchedAsOneGroup(StringRef Kernel) const {
  for (size_t I : placesOf(Kernel, 0, Words.size())) {
    size_t Open = I + 1;
    while (Open < Words.size() && !endsStatement(Words[Open].Kind) &&
           !is(Open, tok::l_paren) && !is(Open, tok::lesslessless))
      ++Open;
    if (!is(Open, tok::lesslessless))
      continue;
    size_t Block = endOfExpression(Open + 1) + 1, End = Block;
    while (End < Words.size() && !endsStatement(Words[End].Kind) &&
           !is(End, tok::comma) && !is(End, tok::greatergreatergreater))
      ++End;
    auto Threads = Block < End ? numberIn({Block, End}) : std::nullopt;
    if (Threads && *Threads <= int64_t(Names.Size))
      return true;
  }
  return false;
}

static bool isOfWarps(StringRef Name) {
  return (Name.contains_insensitive("warp") &&
          !Name.contains_insensitive("group")) ||
         Name.equals_insensitive("wid");
}

/// `threadIdx.x < 32`, `warp == 0`, `!wid`, and `threadIdx.x / 32 == 0`; a
/// macro of another file may be 32.
bool GroupWords::keepsFirstGroup(size_t Begin, size_t End) const {
  bool IsOfThreads = false, IsFirst = false;
  for (size_t I = Begin; I < End; ++I) {
    IsOfThreads |= isThreadWord(I) || isOfWarps(Words[I].Text);
    int64_t Bound = numberAt(I + 1);
    IsFirst |= is(I, tok::exclaim) ||
               (is(I, tok::equalequal) && Words[I + 1].Text == "0") ||
               ((is(I, tok::less) || is(I, tok::lessequal)) && Bound > 0 &&
                (Bound == AnyNumber || Bound <= int64_t(Names.Size)));
  }
  return IsOfThreads && IsFirst;
}

/// `threadIdx.x >= 32`, `warp != 0`, or a test without a comparison.
bool GroupWords::leavesFirstGroup(size_t Begin, size_t End) const {
  bool IsOfThreads = false, IsOther = false, Compares = false;
  for (size_t I = Begin; I < End; ++I) {
    IsOfThreads |= isThreadWord(I) || isOfWarps(Words[I].Text);
    int64_t Bound = numberAt(I + 1);
    Compares |= is(I, tok::less) || is(I, tok::lessequal) ||
                is(I, tok::greater) || is(I, tok::greaterequal) ||
                is(I, tok::equalequal) || is(I, tok::exclaim);
    IsOther |=
        (is(I, tok::exclaimequal) && Words[I + 1].Text == "0") ||
        ((is(I, tok::greater) || is(I, tok::greaterequal)) && Bound > 0 &&
         (Bound == AnyNumber || Bound <= int64_t(Names.Size)));
  }
  return IsOfThreads && (IsOther || !Compares);
}

/// Below an `if`, or behind one that returns.
bool GroupWords::isBelowFirstGroup(size_t At, const FunctionExtent &F) const {
  for (size_t I : placesOf("if", F.Body, At)) {
    if (Words[I].InDirective)
      continue;
    size_t Open = I + 1;
    while (Open < At && !is(Open, tok::l_paren)) // `if constexpr`
      ++Open;
    size_t Close = closingOf(Open);
    bool HasBraces = is(Close + 1, tok::l_brace);
    size_t First = Close + 1 + HasBraces;
    bool Returns = First < At && Words[First].Text == "return";
    size_t End = HasBraces ? closingOf(Close + 1) : endOfStatement(Close + 1);
    bool IsIn = Close < At && At < End;
    if ((IsIn && keepsFirstGroup(Open, Close)) ||
        (Returns && leavesFirstGroup(Open, Close)))
      return true;
  }
  return false;
}

/// A barrier, shared memory: groups may share values.
bool GroupWords::isBlockwide(const FunctionExtent &F) const {
  return !between(Barriers, F.Begin, F.End).empty() ||
         !between(Limits, F.Begin, F.End).empty();
}

/// `thread / 128`: all lanes of the largest warp have it alike, as those of
/// CUDA's groups of four warps.
bool GroupWords::isOfLargestWarp(size_t Begin, size_t End) const {
  constexpr int64_t WarpsOfGroup = 4;
  for (size_t I = Begin + 1; I < End; ++I) {
    if (!is(I, tok::slash))
      continue;
    size_t Last = I + 1;
    while (Last + 2 < End && is(Last + 1, tok::coloncolon))
      Last += 2;
    if (Words[Last].Text.contains_insensitive("warpgroup") ||
        numberAt(Last) == WarpsOfGroup * int64_t(Names.Size))
      return true;
  }
  return false;
}

/// `__shared__ T Name`
bool GroupWords::isShared(StringRef Name, const FunctionExtent &F) const {
  for (size_t I : between(Limits, F.Body, F.End))
    for (size_t K = I; K < F.End && !endsStatement(Words[K].Kind); ++K)
      if (Words[K].Text == Name)
        return true;
  return false;
}

/// `T Name[N]` of a thread: declared in the function, and not shared.
bool GroupWords::isOwnArray(size_t At, const FunctionExtent &F) const {
  StringRef Name = Words[At].Text;
  bool IsDeclared = false;
  for (size_t I : placesOf(Name, F.Body + 1, At))
    IsDeclared |= is(I + 1, tok::l_square) && is(I - 1, tok::raw_identifier) &&
                  Words[I - 1].Text != "return";
  return IsDeclared && !isShared(Name, F);
}

/// Values that are read from an array or from shared memory may be; what a
/// function gives, a parameter of a device function and what is calculated from
/// the thread's number are not.
bool GroupWords::mayBeCommon(size_t Begin, size_t End,
                             const FunctionExtent &F) const {
  bool HasName = false;
  for (size_t I = Begin; I < End; ++I)
    if ((is(I, tok::period) || is(I, tok::arrow)) && is(I + 2, tok::l_paren))
      return false; // what a method gives
  for (size_t I = Begin; I < End; ++I) {
    bool IsElement = is(I, tok::l_square) && !isOwnArray(I - 1, F);
    if (IsElement || is(I, tok::arrow) ||
        (is(I, tok::raw_identifier) && isShared(Words[I].Text, F)))
      return true;
    HasName |= is(I, tok::raw_identifier);
  }
  return !HasName;
}

/// A parameter of what returns nothing, as kernels do.
bool GroupWords::isArgumentOfKernel(StringRef Name,
                                    const FunctionExtent &F) const {
  bool IsVoid = false, IsNamed = false;
  for (size_t I = F.Begin; I < F.Body; ++I) {
    IsVoid |= Words[I].Text == "void" && is(I + 1, tok::raw_identifier);
    IsNamed |= Words[I].Text == Name;
  }
  return IsVoid && IsNamed;
}

bool GroupWords::mayNotMatter(const OpenRead &Read,
                              const FunctionExtent &F) const {
  if (isOfLargestWarp(Read.ValueBegin, Read.ValueEnd))
    return true;
  if (F.IsMacro)
    return false;
  if (isBelowFirstGroup(Read.Name, F))
    return true;
  if (!isBlockwide(F))
    return false;
  if (mayBeCommon(Read.ValueBegin, Read.ValueEnd, F))
    return true;
  if (Read.ValueEnd - Read.ValueBegin != 1)
    return false;
  StringRef Variable = Words[Read.ValueBegin].Text;
  bool MayBe = isArgumentOfKernel(Variable, F);
  for (size_t I : placesOf(Variable, F.Body, Read.Name)) {
    if (!is(I + 1, tok::equal) && !is(I + 1, tok::plusequal))
      continue;
    size_t End = endOfExpression(I + 2);
    if (I + 2 <= Read.Name && Read.Name < End)
      continue;                        // the read itself
    if (!shufflesBy(I, End, Variable)) // reduces what is there
      MayBe = mayBeCommon(I + 2, End, F) && is(I + 1, tok::equal);
  }
  return MayBe;
}

} // namespace musify
