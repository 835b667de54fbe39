#include "Learn/Observe.h"
#include "Verify/Align.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

unsigned Outcome::total() const {
  unsigned Sum = 0;
  for (const auto &[Text, Count] : Became)
    Sum += Count;
  return Sum;
}

std::pair<std::string, unsigned> Outcome::most() const {
  std::pair<std::string, unsigned> Best;
  for (const auto &[Text, Count] : Became)
    if (Count > Best.second)
      Best = {Text, Count};
  return Best;
}

namespace {

/// Longer replacements are rework, whatever their lengths.
constexpr size_t MaxRenamed = 8;

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

bool isHeader(ArrayRef<TextToken> All, size_t I) {
  return I > 1 && All[I - 1].Text == "include" && All[I - 2].Text == "#";
}

bool isIdentifier(StringRef Text) {
  return !Text.empty() && !isDigit(Text.front()) &&
         llvm::all_of(Text, [](char C) { return isAlnum(C) || C == '_'; });
}

class Observer {
public:
  Observer(const FileToLearn &F, const Table &Names, Observations &Out)
      : F(F), Names(Names), Out(Out) {}
  Error run();

private:
  std::string oldText(const TextToken &T) const;
  unsigned oldOffset(unsigned Offset, bool IsEnd) const;
  void take(size_t OldAt, size_t NewAt);
  void takeHunk(const Hunk &H);
  std::string joined(ArrayRef<TextToken> All, size_t Begin, size_t End) const;

  const FileToLearn &F;
  const Table &Names;
  Observations &Out;
  std::vector<TextToken> Expected, Now;
};

/// Where the byte of the expected text comes from.
unsigned Observer::oldOffset(unsigned Offset, bool IsEnd) const {
  unsigned Old = 0, New = 0; // behind the last edit
  for (const Finding &Edit : F.Plan->Edits) {
    unsigned Begin = New + (Edit.Where.Offset - Old);
    unsigned End = Begin + Edit.NewText->size();
    if (Offset < Begin || (IsEnd && Offset == Begin))
      break;
    if (Offset < End || (IsEnd && Offset == End))
      return Edit.Where.Offset + (IsEnd ? Edit.Where.Length : 0);
    Old = Edit.Where.Offset + Edit.Where.Length;
    New = End;
  }
  return Old + (Offset - New);
}

std::string Observer::oldText(const TextToken &T) const {
  unsigned End = T.Offset + T.Text.size();
  return F.Original.slice(oldOffset(T.Offset, false), oldOffset(End, true))
      .str();
}

/// One token for one.
void Observer::take(size_t OldAt, size_t NewAt) {
  const TextToken &Was = Expected[OldAt], &Is = Now[NewAt];
  std::string Old = oldText(Was);
  StringRef New = Is.Text;
  auto Note = [&](Outcomes &All, StringRef Key, StringRef Value) {
    Outcome &O = All[Key.str()];
    ++O.Became[Value.str()];
    if (Was.Text != Is.Text)
      ++O.Otherwise[Value.str()];
  };
  if (isHeader(Expected, OldAt)) {
    if (isHeader(Now, NewAt))
      Note(Out.Includes, Old, New);
  } else if (isIdentifier(Old) && Is.IsName) {
    Note(Names.findName(Old) ? Out.Sdk : Out.Own, Old, New);
  } else if (StringRef(Old).starts_with("\"") && New.starts_with("\"")) {
    Note(Out.Strings, StringRef(Old).drop_front().drop_back(),
         New.drop_front().drop_back());
  }
}

std::string Observer::joined(ArrayRef<TextToken> All, size_t Begin,
                             size_t End) const {
  std::string Text;
  for (const TextToken &T : All.slice(Begin, End - Begin))
    Text += (Text.empty() || T.Text.empty() ? "" : " ") + T.Text.str();
  return Text;
}

void Observer::takeHunk(const Hunk &H) {
  size_t OldCount = H.OldEnd - H.OldBegin, NewCount = H.NewEnd - H.NewBegin;
  if (OldCount == NewCount && OldCount <= MaxRenamed) {
    for (size_t I = 0; I < OldCount; ++I)
      take(H.OldBegin + I, H.NewBegin + I);
    return;
  }
  if (std::max(OldCount, NewCount) <= 4 * MaxRenamed)
    ++Out.Reworked[{joined(Expected, H.OldBegin, H.OldEnd),
                    joined(Now, H.NewBegin, H.NewEnd)}];
  else
    ++Out.Reworked[{}];
}

Error Observer::run() {
  auto Text = applyEdits(F.Original, *F.Plan);
  if (!Text)
    return Text.takeError();
  Expected = tokensOf(*Text, F.Kind);
  Now = tokensOf(F.Port, F.Kind);
  size_t OldAt = 0, NewAt = 0;
  auto TakeEqual = [&](size_t End) {
    while (OldAt < End)
      take(OldAt++, NewAt++);
  };
  for (const Hunk &H : align(Expected, Now)) {
    TakeEqual(H.OldBegin);
    takeHunk(H);
    OldAt = H.OldEnd;
    NewAt = H.NewEnd;
  }
  TakeEqual(Expected.size());
  return Error::success();
}

} // namespace

Expected<Observations> observe(ArrayRef<FileToLearn> Files,
                               const Table &Names) {
  Observations Out;
  for (const FileToLearn &F : Files) {
    Out.Paths.emplace_back(F.OldPath, F.NewPath);
    if (F.Kind != TextKind::Code)
      continue;
    addNames(F.Original, Out.Known);
    if (Error E = Observer(F, Names, Out).run())
      return std::move(E);
  }
  llvm::sort(Out.Paths);
  return std::move(Out);
}

} // namespace musify
