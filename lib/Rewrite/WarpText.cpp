#include "Rewrite/WarpText.h"
#include "Platform/Answers.h"
#include "Platform/Platform.h"
#include "Rewrite/GroupWords.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;
namespace tok = clang::tok;

namespace musify {
namespace {

class WarpText : GroupWords {
public:
  WarpText(const ScannedFile &Scan, FileContext &Context)
      : GroupWords(
            Scan.Text,
            [&](unsigned Offset) { return isWithin(Scan.NeverMusa, Offset); }),
        Scan(Scan), Context(Context) {}
  void report();

private:
  bool assertsOneGroup() const;
  void learnUses();
  const LaneUse *helper(StringRef Name, LaneUse::Terms LaneUse::*Kind) const;
  bool tellMixed(const LaneUse &Use);
  bool tellCalls(const LaneUse &Use);
  void tellMasks(const LaneUse &Use);
  void judge(const LaneUse &Use);
  void tell(size_t At, Message What) {
    Context.report(candidateOf(Words[At]), std::move(What));
  }
  bool isMissed(unsigned Offset) const;
  bool isMissed(const FunctionExtent &F) const;
  StringRef warpNumberAt(size_t At) const;
  size_t beginOfMember(size_t At) const;
  void readHostSize(size_t At);
  void readOpen();
  void tellOpen(ArrayRef<OpenRead> Open);
  Message sizes() const { return warpSizesOf(Context.Options.targets()); }
  bool isUnseen(size_t At, const FunctionExtent &F) const;

  const ScannedFile &Scan;
  FileContext &Context;
  std::vector<bool> Missed;              ///< each function
  std::vector<LaneUse> Uses;             ///< of each function
  StringMap<const LaneUse *> UsesByName; ///< null: several have the name
};

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

void WarpText::tellOpen(ArrayRef<OpenRead> Open) {
  const Word &First = Words[Open.front().Name];
  StringRef Call =
      Scan.Text.slice(First.Offset, Words[Open.front().Close].Offset + 1);
  Message What = say(msg::ShuffleOpen, sizes(), Call);
  if (Open.size() > 1)
    What.add(say(msg::ShuffleOpenMore, Open.size() - 1));
  std::vector<Replacement> Fix;
  for (const OpenRead &Each : Open)
    Fix.push_back(
        {Words[Each.Close].Offset, 0, ", " + std::to_string(Names.Size)});
  Context.report(candidateOf(First), std::move(What), std::nullopt,
                 std::move(Fix));
}

/// True, too, of a part of an expression that Clang gave up for an error.
bool WarpText::isMissed(unsigned Offset) const {
  auto Seen = Context.Known.Files.find(Context.File.Path);
  return Context.isUnseen(Offset) ||
         (Seen != Context.Known.Files.end() &&
          !Seen->second.CapabilityFields.contains(Offset));
}

/// True of a function that Clang did not take for one of the device, as behind
/// a macro of a header that is not there. One with a lambda of the device is
/// none.
bool WarpText::isMissed(const FunctionExtent &F) const {
  for (size_t I = F.Body; I < F.End; ++I)
    if (is(I, tok::l_brace) && !isMissed(Words[I].Offset))
      return false;
  return !F.IsMacro;
}

bool WarpText::isUnseen(size_t At, const FunctionExtent &F) const {
  return Context.isUnseen(Words[At].Offset) ||
         Missed[&F - Functions.all().begin()];
}

/// `32`, or a constant that is called after a warp.
StringRef WarpText::warpNumberAt(size_t At) const {
  StringRef Name = Words[At].Text;
  bool IsNamed = is(At, tok::raw_identifier) &&
                 Name.contains_insensitive("warp") && !is(At + 1, tok::l_paren);
  return IsNamed || numberAt(At) == int64_t(Names.Size) ? Name : "";
}

/// The first word of `N::f(x).p->member`.
size_t WarpText::beginOfMember(size_t At) const {
  while (At > 1 && (is(At - 1, tok::period) || is(At - 1, tok::arrow) ||
                    is(At - 1, tok::coloncolon))) {
    At -= 2;
    size_t Open = is(At, tok::r_paren) || is(At, tok::r_square)
                      ? openingOf(At)
                      : StringRef::npos;
    if (Open != StringRef::npos && Open)
      At = Open - 1;
  }
  return At;
}

/// `prop.warpSize == 32`, `WarpSize != D.prop.warpSize`
void WarpText::readHostSize(size_t At) {
  if (At < 2 || !(is(At - 1, tok::period) || is(At - 1, tok::arrow)))
    return;
  size_t Begin = beginOfMember(At);
  auto IsEquality = [&](size_t I) {
    return is(I, tok::equalequal) || is(I, tok::exclaimequal);
  };
  std::string SizeText = std::to_string(Names.Size);
  StringRef Number;
  if (comparedWith(Begin, At + 1) == int64_t(Names.Size))
    Number = SizeText;
  else if (IsEquality(At + 1))
    Number = warpNumberAt(At + 2);
  else if (Begin > 1 && IsEquality(Begin - 1))
    Number = warpNumberAt(Begin - 2);
  bool IsOfDevice = Context.isUnseen(Words[At].Offset) ||
                    Words[At - 2].Text.contains_insensitive("prop");
  if (!Number.empty() && IsOfDevice)
    tell(At, say(msg::HostWarpCompared, sourcePlatform().Device.Properties,
                 Number, sizes()));
}

void WarpText::readOpen() {
  std::map<const FunctionExtent *, std::vector<OpenRead>> ByFunction;
  const FunctionExtent *Last = nullptr;
  bool IsLeftOut = false;
  for (size_t At = 0; At < Words.size(); ++At) {
    const Word &W = Words[At];
    if (W.Kind != tok::raw_identifier)
      continue;
    if (W.Text == Names.SizeField && isMissed(W.Offset))
      readHostSize(At);
    auto Open =
        Names.NumberedReads.contains(W.Text) ? openReadAt(At) : std::nullopt;
    const FunctionExtent *F = Open ? Functions.around(At) : nullptr;
    // In a statement that Clang gave up, too.
    bool IsOurs =
        F && (F->IsMacro ? Context.isUnseen(W.Offset) : isMissed(W.Offset));
    if (!IsOurs || Functions.isDead(At))
      continue;
    if (std::exchange(Last, F) != F) {
      learnVariables(*F);
      IsLeftOut = isOneGroupOrAll(*F);
    }
    if (!IsLeftOut && !mayNotMatter(*Open, *F))
      ByFunction[F].push_back(*Open);
  }
  if (ByFunction.empty() || assertsOneGroup())
    return;
  for (const auto &[Begin, Open] : ByFunction)
    tellOpen(Open);
}

void WarpText::learnUses() {
  for (const FunctionExtent &F : Functions.all()) {
    Uses.push_back(useOf(F));
    for (auto Kind :
         {&LaneUse::By32, &LaneUse::BySize, &LaneUse::Masks, &LaneUse::Barriers,
          &LaneUse::Wide, &LaneUse::Assertions, &LaneUse::Calls})
      llvm::erase_if(Uses.back().*Kind, [&](const LaneTerm &T) {
        return !Uses.back().IsDevice || !isUnseen(T.At, F);
      });
  }
  for (auto [F, Use] : llvm::zip(Functions.all(), Uses))
    if (!F.IsMacro && !UsesByName.try_emplace(F.Name, &Use).second)
      UsesByName[F.Name] = nullptr;
}

/// What the function is, if it shuffles for its callers and shows `Kind` but
/// not the other way to count.
const LaneUse *WarpText::helper(StringRef Name,
                                LaneUse::Terms LaneUse::*Kind) const {
  const LaneUse *Use = UsesByName.lookup(Name);
  bool Fits = Use && Use->Shuffles && !Use->IsBlockwide &&
              !(Use->*Kind).empty() &&
              (Use->By32.empty() || Use->BySize.empty());
  return Fits ? Use : nullptr;
}

/// Both ways to count, but not in branches that exclude each other.
bool WarpText::tellMixed(const LaneUse &Use) {
  for (const LaneTerm &Size : Use.BySize)
    for (const LaneTerm &Count : Use.By32)
      if (!Functions.areExclusive(Size.At, Count.At)) {
        tell(Size.At, say(msg::WarpMixed, sizes(), Count.Text));
        return true;
      }
  return false;
}

bool WarpText::tellCalls(const LaneUse &Use) {
  bool Counts = !Use.By32.empty();
  if (Counts == !Use.BySize.empty())
    return false;
  auto Kind = Counts ? &LaneUse::BySize : &LaneUse::By32;
  for (const LaneTerm &C : Use.Calls) {
    const LaneUse *Other = helper(C.Text, Kind);
    if (!Other)
      continue;
    tell(C.At, Counts ? say(msg::WarpCalleeDiffers, sizes(), C.Text,
                            Use.By32.front().Text)
                      : say(msg::WarpCallerDiffers, sizes(), C.Text,
                            (Other->*Kind).front().Text));
    return true;
  }
  return false;
}

void WarpText::tellMasks(const LaneUse &Use) {
  for (const LaneTerm &Size : Use.BySize)
    for (auto [Terms, Id] :
         {std::pair{&Use.Masks, true}, std::pair{&Use.Barriers, false}})
      for (const LaneTerm &T : *Terms)
        if (!Functions.areExclusive(Size.At, T.At))
          return tell(T.At,
                      Id ? say(msg::WarpMask, T.Text, Names.SizeVariable)
                         : say(msg::WarpBarrier, T.Text, Names.SizeVariable));
}

void WarpText::judge(const LaneUse &Use) {
  for (const LaneTerm &T : Use.Assertions)
    tell(T.At, say(msg::WarpAssertion, sizes(), T.Text));
  for (const LaneTerm &T : Use.Wide)
    tell(T.At, say(msg::ShuffleTooWide, T.Text, Names.Size));
  if (!tellMixed(Use) && !tellCalls(Use))
    tellMasks(Use);
}

void WarpText::report() {
  for (const FunctionExtent &F : Functions.all())
    Missed.push_back(isMissed(F));
  readOpen();
  learnUses();
  for (const LaneUse &Use : Uses)
    judge(Use);
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
