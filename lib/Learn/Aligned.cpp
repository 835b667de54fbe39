#include "Learn/Aligned.h"
#include "Rename/Rename.h"
#include "Rename/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

bool isHeader(ArrayRef<TextToken> All, size_t I) {
  return I > 1 && All[I - 1].Text == "include" && All[I - 2].Text == "#";
}

bool isWord(StringRef Text) {
  return !Text.empty() && !isDigit(Text.front()) &&
         llvm::all_of(Text, [](char C) { return isAlnum(C) || C == '_'; });
}

std::string joinTokens(ArrayRef<TextToken> All, size_t Begin, size_t End) {
  std::string Text;
  for (const TextToken &T : All.slice(Begin, End - Begin))
    Text += (Text.empty() || T.Text.empty() ? "" : " ") + T.Text.str();
  return Text;
}

bool AlignedFile::isRenaming(const Hunk &H) const {
  if (!isOneForOne(H))
    return false;
  for (size_t I = 0; I < H.OldEnd - H.OldBegin; ++I) {
    const TextToken &A = Old[H.OldBegin + I], &B = Now[H.NewBegin + I];
    bool AreStrings = A.Text.starts_with("\"") && B.Text.starts_with("\"");
    bool AreHeaders =
        isHeader(Old, H.OldBegin + I) && isHeader(Now, H.NewBegin + I);
    if (!(A.IsName && B.IsName) && !AreStrings && !AreHeaders)
      return false;
  }
  return true;
}

bool AlignedFile::isSimilar() const {
  size_t Kept = Old.size() - llvm::count(NewOf, Nowhere);
  return Kept * 3 >= Old.size() * 2;
}

size_t AlignedFile::hunkFrom(size_t OldIndex) const {
  return llvm::lower_bound(
             Hunks, OldIndex,
             [](const Hunk &H, size_t At) { return H.OldEnd < At; }) -
         Hunks.begin();
}

namespace {

/// A header name is one token, and so are the quotes of a string.
std::vector<TextToken> tokensOf(StringRef Text, TextKind Kind) {
  std::vector<TextToken> Out;
  bool InHeader = false;
  for (const TextToken &T : readTokens(Text, Kind)) {
    InHeader &= !T.Text.empty();
    if (InHeader && Out.back().Text != "include") {
      size_t Begin = Out.back().Offset;
      Out.back().Text = Text.slice(Begin, T.Offset + T.Text.size());
      continue;
    }
    InHeader |= T.Text == "include" && !Out.empty() && Out.back().Text == "#";
    Out.push_back(T);
    Out.back().IsName &= !InHeader;
  }
  return Out;
}

/// Goes through the expected text from its beginning to its end, and says
/// where its bytes come from.
class Origin {
public:
  explicit Origin(const FilePlan &Plan) : Plan(Plan) {}

  /// The original's text of the token. Tokens come in their order.
  StringRef textOf(const TextToken &T, StringRef Original) {
    if (T.Text.empty())
      return "";
    unsigned End = T.Offset + T.Text.size();
    advance(T.Offset);
    unsigned Begin = Old + (T.Offset - New);
    if (isInEdit(T.Offset))
      Begin = Plan.Edits[Next].Where.Offset;
    advance(End - 1);
    const unsigned OldEnd =
        isInEdit(End - 1)
            ? Plan.Edits[Next].Where.Offset + Plan.Edits[Next].Where.Length
            : Old + (End - New);
    return Original.slice(Begin, OldEnd);
  }

private:
  unsigned newBegin() const {
    return New + (Plan.Edits[Next].Where.Offset - Old);
  }
  bool isInEdit(unsigned Offset) const {
    return Next < Plan.Edits.size() && Offset >= newBegin();
  }
  void advance(unsigned Offset) {
    for (; Next < Plan.Edits.size(); ++Next) {
      const Finding &Edit = Plan.Edits[Next];
      unsigned End = newBegin() + Edit.NewText->size();
      if (Offset < End)
        return;
      Old = Edit.Where.Offset + Edit.Where.Length;
      New = End;
    }
  }

  const FilePlan &Plan;
  size_t Next = 0;           ///< the first edit that does not lie before
  unsigned Old = 0, New = 0; ///< behind the edit before it
};

} // namespace

StringRef Foreseen::of(const TextToken &T, StringRef Was, bool IsHeader) {
  bool IsString = T.Text.size() > 1 && T.Text.front() == '"';
  bool IsOwn = Was == T.Text && T.IsName && isOwnName(Was, Known, Names);
  if (Words.empty() || !(IsHeader || IsString || IsOwn))
    return T.Text;
  auto [It, IsNew] =
      Cache.try_emplace((IsHeader ? "#" + T.Text : T.Text).str());
  if (!IsNew)
    return It->second;
  StringRef Inner = IsOwn ? T.Text : T.Text.drop_front().drop_back();
  std::string New =
      IsHeader ? renamedPath(Inner, Words, true)
               : renameWords(Inner, Words,
                             IsOwn ? RenameRule::Names : RenameRule::Strings);
  bool IsTaken = IsOwn && New != Inner && Known.Used.contains(New);
  It->second = IsTaken ? T.Text.str()
               : IsOwn ? New
                       : T.Text.front() + New + T.Text.back();
  return It->second;
}

AlignedFile alignFile(const FileToLearn &F, StringRef Text, Foreseen &Names) {
  AlignedFile Out;
  Out.File = &F;
  Out.Expected = Text;
  Out.Old = tokensOf(Text, F.Kind);
  Out.Now = tokensOf(F.Port, F.Kind);
  Origin From(*F.Plan);
  for (const TextToken &T : Out.Old)
    Out.Was.push_back(From.textOf(T, F.Original));
  // What only follows the words makes no difference.
  std::vector<TextToken> AsForeseen = Out.Old;
  for (size_t I = 0; I < AsForeseen.size(); ++I)
    AsForeseen[I].Text = Names.of(Out.Old[I], Out.Was[I], isHeader(Out.Old, I));
  Out.Hunks = align(AsForeseen, Out.Now);
  Out.Explained.resize(Out.Hunks.size());
  Out.IsMoved.resize(Out.Old.size());
  Out.IsLostCallee.resize(Out.Old.size());
  Out.OldTaken.resize(Out.Old.size());
  Out.NewTaken.resize(Out.Now.size());
  size_t New = 0;
  auto Take = [&](size_t Until, bool Corresponds) {
    while (Out.NewOf.size() < Until)
      Out.NewOf.push_back(Corresponds ? New++ : AlignedFile::Nowhere);
  };
  for (const Hunk &H : Out.Hunks) {
    Take(H.OldBegin, true);
    Take(H.OldEnd, AlignedFile::isOneForOne(H));
    New = H.NewEnd;
  }
  Take(Out.Old.size(), true);
  return Out;
}

} // namespace musify
