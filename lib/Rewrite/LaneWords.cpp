// Arithmetic with the size of a warp, shuffles, votes and barriers, by what the
// text spells. A name is a thread's number if the function says so, or if it
// sounds like one and the function says nothing.
#include "Rewrite/LaneWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {

LaneWords::LaneWords(StringRef Text, function_ref<bool(unsigned)> IsLeftOut)
    : FileWords(Text), Functions(Words), LeftOut(Words.size()),
      Closing(Words.size()) {
  matchBrackets();
  for (size_t I = 0; I < Words.size(); ++I)
    LeftOut[I] = Functions.isDead(I) || IsLeftOut(Words[I].Offset);
  findOwnSizes();
}

std::string LaneWords::quote(size_t First, size_t Last) const {
  constexpr size_t Longest = 60;
  const char *Begin = Words[First].Text.begin();
  SmallVector<StringRef, 16> Parts;
  SplitString(StringRef(Begin, Words[Last].Text.end() - Begin), Parts);
  std::string Short = llvm::join(Parts, " ");
  if (Short.size() > Longest)
    Short = Short.substr(0, Longest - 3) + "...";
  return Short;
}

/// `int warpSize`, `#define warpSize`; a word as `return` declares nothing.
void LaneWords::findOwnSizes() {
  for (size_t I = 1; I < Words.size(); ++I) {
    StringRef Before = Words[I - 1].Text;
    if (Words[I].Text != Names.SizeVariable ||
        !is(I - 1, tok::raw_identifier) ||
        (Words[I].InDirective && Before != "define") ||
        is_contained({"return", "else", "case", "and", "or", "not"}, Before))
      continue;
    const FunctionExtent *F = Functions.around(I);
    if (F && !F->IsMacro)
      OwnSizes.push_back(F);
    else
      HasOwnSize = true;
  }
}

bool LaneWords::isWarpSize(size_t At) const {
  if (Words[At].Text != Names.SizeVariable || HasOwnSize || !At ||
      is(At - 1, tok::period) || is(At - 1, tok::arrow) ||
      is(At - 1, tok::coloncolon) || is(At + 1, tok::l_paren))
    return false;
  return !is_contained(OwnSizes, Functions.around(At));
}

void LaneWords::matchBrackets() {
  SmallVector<size_t> Open;
  for (size_t I = 0; I < Words.size(); ++I) {
    Closing[I] = I;
    if (is(I, tok::l_paren) || is(I, tok::l_brace) || is(I, tok::l_square))
      Open.push_back(I);
    bool Closes =
        is(I, tok::r_paren) || is(I, tok::r_brace) || is(I, tok::r_square);
    if (Closes && is(I, tok::r_brace)) // none inside stays open
      while (!Open.empty() && !is(Open.back(), tok::l_brace))
        Open.pop_back();
    if (Closes && !Open.empty())
      Closing[Open.pop_back_val()] = I;
  }
}

/// The `;`, comma or bracket behind an expression.
size_t LaneWords::endOfExpression(size_t At) const {
  for (; At < Words.size() && !endsStatement(Words[At].Kind); ++At) {
    if (is(At, tok::l_paren))
      At = closingOf(At);
    else if (is(At, tok::r_paren) || is(At, tok::comma))
      break;
  }
  return At;
}

size_t LaneWords::endOfStatement(size_t At) const {
  while (At < Words.size() && !endsStatement(Words[At].Kind))
    ++At;
  return At;
}

SmallVector<LaneWords::Argument, 4> LaneWords::argumentsAt(size_t Open) const {
  SmallVector<Argument, 4> All;
  constexpr size_t Longest = 500;
  size_t Begin = Open + 1, Close = closingOf(Open);
  unsigned Depth = 0;
  if (Close - Open > Longest)
    return All;
  for (size_t I = Begin; I <= Close; ++I) {
    Depth += is(I, tok::l_paren) || is(I, tok::l_square) || is(I, tok::l_brace);
    bool Ends = I == Close || (!Depth && is(I, tok::comma));
    if (Ends && Begin < I)
      All.push_back({Begin, I});
    Begin = Ends ? I + 1 : Begin;
    Depth -= Depth && (is(I, tok::r_paren) || is(I, tok::r_square) ||
                       is(I, tok::r_brace));
  }
  return All;
}

/// `32`, `(Lanes)`, `Lanes - 1`
std::optional<int64_t> LaneWords::numberIn(Argument A) const {
  auto [Begin, End] = A;
  while (End - Begin > 2 && is(Begin, tok::l_paren) &&
         closingOf(Begin) == End - 1)
    ++Begin, --End;
  bool IsLess =
      End - Begin == 3 && is(Begin + 1, tok::minus) && numberAt(Begin + 2) == 1;
  if (End - Begin != 1 && !IsLess)
    return std::nullopt;
  int64_t Number = numberAt(Begin);
  return Number > 0 && Number != AnyNumber ? std::optional(Number - IsLess)
                                           : std::nullopt;
}

/// `0xffffffff`, `~0u`, `-1`, or a name that says so.
bool LaneWords::isMaskOfAll(Argument A) const {
  auto [Begin, End] = A;
  if (End - Begin == 2)
    return (is(Begin, tok::tilde) && Words[Begin + 1].Text.starts_with("0")) ||
           (is(Begin, tok::minus) && numberAt(Begin + 1) == 1);
  StringRef Name = Words[Begin].Text;
  return numberIn(A) == int64_t(maskTrailingOnes<uint32_t>(Names.Size)) ||
         (End - Begin == 1 && Name.contains_insensitive("mask") &&
          (Name.contains_insensitive("full") ||
           Name.contains_insensitive("all")));
}

static bool soundsLikeThread(StringRef Name) {
  return is_contained({"tid", "tidx", "tx"}, Name.lower()) ||
         Name.contains_insensitive("thread") ||
         Name.contains_insensitive("lane") ||
         Name.ends_with_insensitive("_tid");
}

bool LaneWords::isThreadWord(size_t At) const {
  if (!is(At, tok::raw_identifier))
    return false;
  StringRef Name = Words[At].Text;
  if (Name == Names.ThreadIndex || Name == Names.BlockSize)
    return is(At + 1, tok::period);
  if (Names.Ranks.contains(Name))
    return is(At + 1, tok::l_paren);
  if (At && (is(At - 1, tok::period) || is(At - 1, tok::arrow)))
    return false;
  auto It = Variables.find(Name);
  return It == Variables.end()
             ? soundsLikeThread(Name) && !is(At + 1, tok::l_paren)
             : It->second;
}

/// A thread's number that is divided is the number of a group.
bool LaneWords::isThread(size_t Begin, size_t End) const {
  bool Found = false;
  for (size_t I = Begin; I < End; ++I) {
    if (is(I, tok::slash) || is(I, tok::greatergreater) ||
        is(I, tok::question) || is(I, tok::l_square) || is(I, tok::comma))
      return false;
    Found |= isThreadWord(I);
  }
  return Found;
}

/// What each variable begins with; one that steps is no thread's number.
void LaneWords::learnVariables(const FunctionExtent &F) {
  Variables.clear();
  Lanes.clear();
  for (size_t I = F.Body; I + 2 < F.End; ++I) {
    StringRef Name = Words[I].Text;
    if (!is(I, tok::raw_identifier))
      continue;
    if (is(I + 1, tok::plusequal))
      Variables[Name] = false;
    if (!is(I + 1, tok::equal))
      continue;
    size_t End = endOfExpression(I + 2);
    Variables.try_emplace(Name, isThread(I + 2, End));
    for (size_t K = I + 3; K < End; ++K)
      if (isWarpSize(K) && (is(K - 1, tok::percent) ||
                            (is(K - 1, tok::l_paren) && is(K - 2, tok::amp))))
        Lanes.insert(Name);
  }
}

/// The first word of a thread's number before an operator; `npos` if none is.
/// A scaled one is an index of data.
size_t LaneWords::threadBefore(size_t Operator) const {
  size_t Last = Operator - 1, First = Last;
  if (is(Last, tok::r_paren)) {
    First = openingOf(Last);
    if (First == StringRef::npos || !First)
      return StringRef::npos;
    bool IsRank = Names.Ranks.contains(Words[First - 1].Text);
    if (!IsRank &&
        (is(First - 1, tok::raw_identifier) || !isThread(First + 1, Last)))
      return StringRef::npos;
    while (IsRank && First > 1 &&
           (is(First - 1, tok::raw_identifier) || is(First - 1, tok::period)))
      --First;
  } else if (is(Last, tok::raw_identifier) && Last > 1 &&
             is(Last - 1, tok::period)) {
    First = Last - 2;
    if (!isThreadWord(First))
      return StringRef::npos;
  } else if (!isThreadWord(Last)) {
    return StringRef::npos;
  }
  return First && is(First - 1, tok::star) ? StringRef::npos : First;
}

/// `threadIdx.x & 31`, `tid >> 5`, `1 << lane`
void LaneWords::readOperator(size_t At) {
  size_t End = At + 1;
  if (is(End, tok::l_paren))
    End = closingOf(End) + 1;
  else if (is(End, tok::raw_identifier) || is(End, tok::numeric_constant))
    ++End;
  int64_t Expected = Names.Size;
  switch (Words[At].Kind) {
  case tok::percent:
  case tok::slash:
    break;
  case tok::amp:
    Expected = Names.Size - 1;
    break;
  case tok::greatergreater:
    Expected = Log2_64(Names.Size);
    break;
  case tok::lessless:
    if (numberAt(At - 1) == 1)
      for (size_t I = At + 1; I < End; ++I)
        if ((isWarpSize(I) && !is(I - 1, tok::slash)) ||
            Lanes.contains(Words[I].Text))
          return add(Use.Masks, At - 1, End - 1);
    return;
  default:
    return;
  }
  if (numberIn({At + 1, End}) != Expected)
    return;
  size_t First = threadBefore(At);
  if (First != StringRef::npos)
    add(Use.By32, First, End - 1);
}

/// A comparison with a number says nothing about the rest of the function.
void LaneWords::readSize(size_t At) {
  if (!isWarpSize(At))
    return;
  auto IsComparison = [&](size_t I) {
    return is(I, tok::equalequal) || is(I, tok::exclaimequal) ||
           is(I, tok::less) || is(I, tok::greater) || is(I, tok::lessequal) ||
           is(I, tok::greaterequal);
  };
  for (auto [Sign, Number, First, Last] :
       {std::tuple{At + 1, At + 2, At, At + 2},
        std::tuple{At - 1, At - 2, At - 2, At}}) {
    size_t Beside = Sign == At + 1 ? At - 1 : At + 1;
    if (At < 2 || !IsComparison(Sign) || !numberAt(Number) ||
        is(Beside, tok::percent) || is(Beside, tok::slash) ||
        is(Beside, tok::star) || is(Beside, tok::minus))
      continue;
    if (numberAt(Number) == int64_t(Names.Size))
      add(Use.Assertions, First, Last);
    return;
  }
  add(Use.BySize, At, At);
  size_t Behind = At + 1;
  while (is(Behind, tok::r_paren))
    ++Behind;
  if (At && is(At - 1, tok::percent) &&
      (is(Behind, tok::equalequal) || is(Behind, tok::exclaimequal)) &&
      numberAt(Behind + 1) == int64_t(Names.Size) - 1)
    add(Use.By32, At, Behind + 1); // the last lane of 32
}

void LaneWords::readShuffle(size_t At, ArrayRef<Argument> Arguments) {
  Use.Shuffles = true;
  bool HasMask = Names.Masked.contains(Words[At].Text);
  size_t Lane = HasMask ? 2 : 1, Width = Lane + 1, Close = closingOf(At + 1);
  if (Arguments.size() == Width + 1) {
    auto [Begin, End] = Arguments[Width];
    std::optional<int64_t> Lanes = numberIn(Arguments[Width]);
    if (Lanes == int64_t(Names.Size))
      add(Use.By32, At, Close);
    else if (HasMask && is(Begin, tok::numeric_constant) && Lanes &&
             *Lanes > int64_t(Names.Size))
      add(Use.Wide, At, Close);
    else if (HasMask && End - Begin == 1 && isWarpSize(Begin))
      add(Use.Masks, Arguments[0].first, Arguments[0].second - 1);
  } else if (Arguments.size() == Width &&
             !Names.NumberedReads.contains(Words[At].Text) &&
             numberIn(Arguments[Lane]) == int64_t(Names.Size) / 2) {
    add(Use.By32, At, Close);
  }
}

void LaneWords::readCall(size_t At) {
  StringRef Name = Words[At].Text;
  if (is(At - 1, tok::period) || is(At - 1, tok::arrow))
    return;
  bool IsMasked = Names.Masked.contains(Name),
       IsBarrier = Names.WarpBarriers.contains(Name);
  Use.IsBlockwide |= Names.BlockBarriers.contains(Name);
  if (Names.Shuffles.contains(Name))
    readShuffle(At, argumentsAt(At + 1));
  if (Names.Ballots.contains(Name))
    return add(Use.Masks, At, closingOf(At + 1));
  if (!IsMasked && !IsBarrier)
    return add(Use.Calls, At, At);
  auto Arguments = argumentsAt(At + 1);
  if (IsBarrier && (Arguments.empty() || isMaskOfAll(Arguments[0])))
    add(Use.Barriers, At, closingOf(At + 1));
  else if (!IsBarrier && !Arguments.empty() && isMaskOfAll(Arguments[0]))
    add(Use.Masks, Arguments[0].first, Arguments[0].second - 1);
}

bool LaneWords::shufflesBy(size_t Begin, size_t End, StringRef Variable) const {
  for (size_t I = Begin; I < End; ++I) {
    if (!is(I, tok::raw_identifier) || !is(I + 1, tok::l_paren) ||
        !Words[I].Text.contains_insensitive(Names.ShuffleWord))
      continue;
    for (size_t K = I + 2, Close = closingOf(I + 1); K < Close; ++K)
      if (Words[K].Text == Variable)
        return true;
  }
  return false;
}

/// `for (int o = 16; o > 0; o >>= 1)` and its mirror image around a shuffle.
void LaneWords::readLoop(size_t At) {
  size_t Close = closingOf(At + 1), Start = At + 2;
  while (Start < Close && !is(Start, tok::equal) && !is(Start, tok::semi))
    ++Start;
  if (!is(Start, tok::equal) || !is(Start - 1, tok::raw_identifier))
    return;
  StringRef Variable = Words[Start - 1].Text;
  size_t Condition = endOfExpression(Start + 1) + 1;
  if (!is(Condition - 1, tok::semi))
    return;
  size_t End = endOfExpression(Condition);
  auto Begins = numberIn({Start + 1, Condition - 1});
  auto Ends =
      Condition + 2 < End ? numberIn({Condition + 2, End}) : std::nullopt;
  int64_t Half = Names.Size / 2;
  bool Rises = Words[Condition].Text == Variable &&
               ((is(Condition + 1, tok::less) && Ends == 2 * Half) ||
                (is(Condition + 1, tok::lessequal) && Ends == Half));
  if (Begins != Half && !Rises)
    return;
  size_t Behind = is(Close + 1, tok::l_brace) ? closingOf(Close + 1)
                                              : endOfStatement(Close + 1);
  if (!shufflesBy(Close, Behind, Variable))
    return;
  Use.Shuffles = true; // by a wrapper, too
  Use.By32.push_back({At, quote(At, End) + " ...)"});
}

void LaneWords::readName(size_t At) {
  StringRef Name = Words[At].Text;
  if (Name == Names.SizeVariable)
    return readSize(At);
  if (sourcePlatform().Device.LimitWords.contains(Name))
    Use.IsBlockwide = true;
  else if (Name == "for" && is(At + 1, tok::l_paren))
    readLoop(At);
  else if (Names.Partitions.contains(Name) && is(At + 1, tok::less) &&
           is(At + 3, tok::greater) && numberAt(At + 2) == int64_t(Names.Size))
    add(Use.By32, At, At + 3);
  else if (is(At + 1, tok::l_paren))
    readCall(At);
}

bool LaneWords::isDeviceWord(size_t At) const {
  StringRef Name = Words[At].Text;
  return is(At, tok::raw_identifier) &&
         (Name == Names.ThreadIndex || Names.Shuffles.contains(Name) ||
          Names.Ballots.contains(Name) || Names.WarpBarriers.contains(Name) ||
          is_contained(sourcePlatform().DeviceWords, Name));
}

LaneUse LaneWords::useOf(const FunctionExtent &F) {
  Use = {};
  learnVariables(F);
  for (size_t At = F.Begin; At < F.End; ++At)
    Use.IsDevice |= isDeviceWord(At);
  for (size_t At = F.Body; At < F.End; ++At) {
    if (LeftOut[At] || Words[At].InDirective != F.IsMacro || !At)
      continue;
    if (is(At, tok::raw_identifier))
      readName(At);
    else
      readOperator(At);
  }
  return std::move(Use);
}

} // namespace musify
