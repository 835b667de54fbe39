#include "Verify/Compare.h"
#include "Verify/Align.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// Text of the expected file, and where it comes from.
struct Piece {
  ByteRange Old, New;
  const Finding *Edit; ///< null: as it was
};

std::vector<Piece> piecesOf(size_t Length, const FilePlan &Plan) {
  std::vector<Piece> Out;
  unsigned Old = 0, New = 0;
  auto Add = [&](unsigned OldEnd, unsigned NewLength, const Finding *Edit) {
    Out.push_back({{Old, OldEnd}, {New, New + NewLength}, Edit});
    Old = OldEnd;
    New += NewLength;
  };
  for (const Finding &Edit : Plan.Edits) {
    Add(Edit.Where.Offset, Edit.Where.Offset - Old, nullptr);
    Add(Edit.Where.Offset + Edit.Where.Length, Edit.NewText->size(), &Edit);
  }
  Add(Length, Length - Old, nullptr);
  return Out;
}

/// The tokens as one line.
std::string joined(ArrayRef<TextToken> Tokens, StringRef Text) {
  std::string Out;
  for (const TextToken &T : Tokens) {
    if (T.Text.empty())
      continue;
    bool Apart = !Out.empty() && T.Offset && isSpace(Text[T.Offset - 1]);
    Out += (Apart ? " " : "") + T.Text.str();
  }
  return Out;
}

class Comparer {
public:
  Comparer(StringRef Original, const FilePlan &Plan, std::string ExpectedText,
           StringRef Port, TextKind Kind)
      : Original(Original), Port(Port), Kind(Kind),
        ExpectedText(std::move(ExpectedText)),
        Pieces(piecesOf(Original.size(), Plan)),
        Expected(readTokens(this->ExpectedText, Kind)),
        Now(readTokens(Port, Kind)) {}

  Comparison run();

private:
  size_t pieceAt(unsigned Offset) const;
  unsigned oldOffset(unsigned ExpectedOffset, bool IsEnd) const;
  const Finding *editIn(size_t Begin, size_t End) const;
  void takeEqual(size_t OldBegin, size_t OldEnd, size_t NewBegin);
  std::vector<Hunk> wholeEdits(ArrayRef<Hunk> Hunks) const;
  std::vector<Hunk> joinNear(ArrayRef<Hunk> Hunks) const;
  void take(const Hunk &H);
  void add(size_t OldBegin, size_t OldEnd, size_t NewBegin, size_t NewEnd);
  static unsigned beginOf(ArrayRef<TextToken> All, size_t I, size_t Length) {
    return I < All.size() ? All[I].Offset : unsigned(Length);
  }
  static unsigned endOf(const TextToken &T) { return T.Offset + T.Text.size(); }

  StringRef Original, Port;
  TextKind Kind;
  std::string ExpectedText;
  std::vector<Piece> Pieces;
  std::vector<TextToken> Expected, Now;
  Comparison Out;
  SmallPtrSet<const Finding *, 16> Missed, Seen;
};

/// The piece that holds the byte of the expected text.
size_t Comparer::pieceAt(unsigned Offset) const {
  auto It = llvm::upper_bound(Pieces, Offset, [](unsigned At, const Piece &P) {
    return At < P.New.End;
  });
  return It == Pieces.end() ? Pieces.size() - 1 : It - Pieces.begin();
}

/// The place in the original; an edit's text stands for all that it replaces.
unsigned Comparer::oldOffset(unsigned Offset, bool IsEnd) const {
  const Piece &P = Pieces[pieceAt(IsEnd && Offset ? Offset - 1 : Offset)];
  if (P.Edit)
    return IsEnd ? P.Old.End : P.Old.Begin;
  return P.Old.Begin + (Offset - P.New.Begin);
}

const Finding *Comparer::editIn(size_t Begin, size_t End) const {
  if (Begin == End)
    return nullptr;
  unsigned From = Expected[Begin].Offset;
  unsigned To = std::max(endOf(Expected[End - 1]), From + 1);
  for (size_t I = pieceAt(From); I < Pieces.size() && Pieces[I].New.Begin < To;
       ++I)
    if (Pieces[I].Edit)
      return Pieces[I].Edit;
  return nullptr;
}

void Comparer::takeEqual(size_t OldBegin, size_t OldEnd, size_t NewBegin) {
  for (size_t I = OldBegin; I < OldEnd; ++I) {
    const TextToken &There = Now[NewBegin + I - OldBegin];
    if (There.Text.empty()) {
      Out.Directives.push_back(
          {oldOffset(Expected[I].Offset, false), There.Offset});
      continue;
    }
    unsigned Old = oldOffset(Expected[I].Offset, false);
    const Finding *Edit = editIn(I, I + 1);
    if (Edit && !Seen.insert(Edit).second)
      continue;
    Out.Tokens.push_back({Old, There.Offset});
    if (Edit)
      Out.Made.push_back({Edit, There.Offset});
    else if (Expected[I].IsName)
      Out.Kept.push_back({There.Text, Old, There.Offset});
  }
}

void Comparer::add(size_t OldBegin, size_t OldEnd, size_t NewBegin,
                   size_t NewEnd) {
  using Is = Difference::Is;
  ArrayRef<TextToken> Gone =
      ArrayRef(Expected).slice(OldBegin, OldEnd - OldBegin);
  ArrayRef<TextToken> Here = ArrayRef(Now).slice(NewBegin, NewEnd - NewBegin);
  Difference D;
  D.Edit = editIn(OldBegin, OldEnd);
  unsigned From = beginOf(Expected, OldBegin, ExpectedText.size());
  D.Old.Begin = oldOffset(From, false);
  D.Old.End = Gone.empty()
                  ? D.Old.Begin
                  : std::max(D.Old.Begin, oldOffset(endOf(Gone.back()), true));
  D.New.Begin = beginOf(Now, NewBegin, Port.size());
  D.New.End = Here.empty() ? D.New.Begin : endOf(Here.back());
  StringRef Was = Original.slice(D.Old.Begin, D.Old.End);
  auto WasTokens = readTokens(Was, Kind);
  D.Was = joined(WasTokens, Was);
  D.Expected = joined(Gone, ExpectedText);
  D.Now = joined(Here, Port);
  auto SameText = [](const TextToken &A, const TextToken &B) {
    return A.Text == B.Text;
  };
  bool AreNames =
      Gone.size() == 1 && Here.size() == 1 && Gone[0].IsName && Here[0].IsName;
  if (D.Was.empty() && D.Expected.empty() && D.Now.empty())
    return; // a directive ends elsewhere
  D.What = D.Edit && equal(WasTokens, Here, SameText) ? Is::NotPorted
           : Gone.empty()                             ? Is::Added
           : Here.empty()                             ? Is::Removed
           : !AreNames                                ? Is::Changed
           : D.Edit                                   ? Is::OtherName
                                                      : Is::Renamed;
  if (D.Edit)
    Missed.insert(D.Edit);
  Out.Differences.push_back(std::move(D));
}

/// The hunks, with all tokens of each edit that they touch.
std::vector<Hunk> Comparer::wholeEdits(ArrayRef<Hunk> Hunks) const {
  std::vector<Hunk> Out;
  auto SameEdit = [&](size_t A, size_t B) {
    const Finding *Edit = editIn(A, A + 1);
    return Edit && Edit == editIn(B, B + 1);
  };
  for (auto [Index, H] : enumerate(Hunks)) {
    Hunk W = H;
    size_t First = Out.empty() ? 0 : Out.back().OldEnd;
    size_t Last =
        Index + 1 < Hunks.size() ? Hunks[Index + 1].OldBegin : Expected.size();
    if (W.OldBegin < W.OldEnd) {
      while (W.OldBegin > First && SameEdit(W.OldBegin - 1, W.OldBegin))
        --W.OldBegin, --W.NewBegin;
      while (W.OldEnd < Last && SameEdit(W.OldEnd - 1, W.OldEnd))
        ++W.OldEnd, ++W.NewEnd;
    }
    bool Continues = !Out.empty() && Out.back().OldEnd == W.OldBegin &&
                     W.OldBegin && W.OldBegin < Expected.size() &&
                     SameEdit(W.OldBegin - 1, W.OldBegin);
    if (Continues) {
      Out.back().OldEnd = W.OldEnd;
      Out.back().NewEnd = W.NewEnd;
    } else {
      Out.push_back(W);
    }
  }
  return Out;
}

/// So few equal tokens between two changes are most often there by chance.
constexpr size_t ShortGap = 4;

/// Changes of one statement as one. Single tokens stay apart: each may be a
/// name that has another one.
std::vector<Hunk> Comparer::joinNear(ArrayRef<Hunk> Hunks) const {
  auto IsOneForOne = [](const Hunk &H) {
    return H.OldEnd - H.OldBegin == H.NewEnd - H.NewBegin;
  };
  auto IsInStatement = [&](size_t Begin, size_t End) {
    return End - Begin <= ShortGap &&
           llvm::none_of(ArrayRef(Expected).slice(Begin, End - Begin),
                         [](const TextToken &T) { return endsLine(T); });
  };
  std::vector<Hunk> Out;
  for (const Hunk &H : Hunks) {
    bool Joins = !Out.empty() && !IsOneForOne(H) && !IsOneForOne(Out.back()) &&
                 IsInStatement(Out.back().OldEnd, H.OldBegin);
    if (!Joins)
      Out.push_back(H);
    Out.back().OldEnd = H.OldEnd;
    Out.back().NewEnd = H.NewEnd;
  }
  return Out;
}

/// As many names on both sides are compared one by one.
void Comparer::take(const Hunk &H) {
  size_t Old = H.OldEnd - H.OldBegin, New = H.NewEnd - H.NewBegin;
  bool AreNames = Old == New;
  for (size_t I = 0; I < Old && AreNames; ++I)
    AreNames = Expected[H.OldBegin + I].IsName && Now[H.NewBegin + I].IsName;
  if (!AreNames)
    return add(H.OldBegin, H.OldEnd, H.NewBegin, H.NewEnd);
  for (size_t I = 0; I < Old; ++I)
    add(H.OldBegin + I, H.OldBegin + I + 1, H.NewBegin + I, H.NewBegin + I + 1);
}

Comparison Comparer::run() {
  size_t Old = 0, New = 0;
  for (const Hunk &H : joinNear(wholeEdits(align(Expected, Now)))) {
    takeEqual(Old, H.OldBegin, New);
    take(H);
    Old = H.OldEnd;
    New = H.NewEnd;
  }
  takeEqual(Old, Expected.size(), New);
  llvm::erase_if(Out.Made,
                 [&](const MadeEdit &M) { return Missed.contains(M.Edit); });
  return std::move(Out);
}

} // namespace

/// What stands beside the token at `Place`.
static std::optional<unsigned> counterpart(ArrayRef<SameToken> Tokens,
                                           unsigned SameToken::*Here,
                                           unsigned SameToken::*There,
                                           unsigned Place) {
  const auto *It =
      llvm::lower_bound(Tokens, Place, [&](const SameToken &T, unsigned At) {
        return T.*Here < At;
      });
  if (It == Tokens.end() || (*It).*Here != Place)
    return std::nullopt;
  return (*It).*There;
}

std::optional<unsigned> Comparison::newOffset(unsigned Old) const {
  return counterpart(Tokens, &SameToken::OldOffset, &SameToken::NewOffset, Old);
}

std::optional<unsigned> Comparison::oldOffset(unsigned New) const {
  return counterpart(Tokens, &SameToken::NewOffset, &SameToken::OldOffset, New);
}

Expected<Comparison> comparePort(StringRef Original, const FilePlan &Plan,
                                 StringRef Port, TextKind Kind) {
  auto Text = applyEdits(Original, Plan);
  if (!Text)
    return Text.takeError();
  return Comparer(Original, Plan, std::move(*Text), Port, Kind).run();
}

} // namespace musify
