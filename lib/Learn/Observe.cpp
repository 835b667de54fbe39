#include "Learn/Observe.h"
#include "Learn/Aligned.h"
#include "Learn/Calls.h"
#include "Learn/Learn.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

unsigned ObservedText::total() const {
  unsigned Sum = 0;
  for (const auto &[Text, Count] : Became)
    Sum += Count;
  return Sum;
}

std::pair<std::string, unsigned> ObservedText::most() const {
  std::pair<std::string, unsigned> Best;
  for (const auto &[Text, Count] : Became)
    if (Count > Best.second)
      Best = {Text, Count};
  return Best;
}

namespace {

/// Counts what became of names, strings and headers.
class Observer {
public:
  Observer(const AlignedFile &F, const Table &Names, Observations &Out)
      : F(F), Names(Names), Out(Out) {}
  void run();

private:
  void take(size_t OldAt, size_t NewAt);
  void takeHunk(const Hunk &H);

  const AlignedFile &F;
  const Table &Names;
  Observations &Out;
};

/// One token for one.
void Observer::take(size_t OldAt, size_t NewAt) {
  const TextToken &Was = F.Old[OldAt], &Is = F.Now[NewAt];
  StringRef Old = F.Was[OldAt], New = Is.Text;
  bool IsSdks = Names.findName(Old) != nullptr;
  // A name of the SDK that a changed call lost belongs to the call's rule.
  if (F.IsMoved[OldAt] && IsSdks)
    return;
  auto Note = [&](ObservedTexts &All, StringRef Key, StringRef Value) {
    ObservedText &O = All[Key.str()];
    ++O.Became[Value.str()];
    if (Was.Text != Is.Text)
      ++O.Otherwise[Value.str()];
  };
  if (isHeader(F.Old, OldAt)) {
    if (isHeader(F.Now, NewAt))
      Note(Out.Includes, Old, New);
  } else if (isWord(Old) && Is.IsName) {
    Note(IsSdks                  ? Out.Sdk
         : F.IsLostCallee[OldAt] ? Out.Callees
                                 : Out.Own,
         Old, New);
  } else if (Old.starts_with("\"") && New.starts_with("\"")) {
    Note(Out.Strings, Old.drop_front().drop_back(),
         New.drop_front().drop_back());
  }
}

void Observer::takeHunk(const Hunk &H) {
  bool IsOneForOne = AlignedFile::isOneForOne(H);
  for (size_t I = 0; IsOneForOne && I < H.OldEnd - H.OldBegin; ++I)
    take(H.OldBegin + I, H.NewBegin + I);
  bool IsExplained = F.Explained[&H - F.Hunks.data()];
  if (IsExplained || F.isRenaming(H))
    return;
  size_t Length = std::max(H.OldEnd - H.OldBegin, H.NewEnd - H.NewBegin);
  Rework What;
  if (Length <= 4 * AlignedFile::MaxRenamed)
    What = {joinTokens(F.Old, H.OldBegin, H.OldEnd),
            joinTokens(F.Now, H.NewBegin, H.NewEnd)};
  Out.Reworked[What].add(lineOf(F, H.OldBegin));
}

void Observer::run() {
  size_t OldAt = 0, NewAt = 0;
  auto TakeEqual = [&](size_t End) {
    while (OldAt < End)
      take(OldAt++, NewAt++);
  };
  for (const Hunk &H : F.Hunks) {
    TakeEqual(H.OldBegin);
    takeHunk(H);
    OldAt = H.OldEnd;
    NewAt = H.NewEnd;
  }
  TakeEqual(F.Old.size());
}

/// A name that stays wherever it is not called was replaced, not renamed.
void settleCallees(Observations &Out) {
  for (const auto &[Name, Lost] : Out.Callees) {
    ObservedText &O = Out.Own[Name];
    bool Stays = O.Became.size() == 1 && O.Became.count(Name);
    if (Stays) {
      for (CallSite &S : Out.Calls[Name])
        S.IsChanged |= S.isClear() && S.Now.front().Text != S.Callee.Expected;
      continue;
    }
    for (const auto &[New, Places] : Lost.Became)
      O.Became[New] += Places;
    for (const auto &[New, Places] : Lost.Otherwise)
      O.Otherwise[New] += Places;
  }
}

/// Aligns the files, whose expected texts `Out` has, and counts.
void observeAll(ArrayRef<FileToLearn> Files, const Table &Names,
                ArrayRef<RenameRule> Words, bool WithStructure,
                Observations &Out) {
  Foreseen ByWords(Words, Out.Known, Names);
  for (const auto &[F, Expected] : zip_equal(Files, Out.Texts)) {
    if (F.Kind != TextKind::Code) {
      if (WithStructure)
        observeFlags(F, Expected, Out);
      continue;
    }
    AlignedFile Aligned = alignFile(F, Expected, ByWords);
    if (WithStructure && Aligned.isSimilar())
      observeCalls(Aligned, Out);
    if (WithStructure) {
      observeComparisons(Aligned, Out);
      observeRegions(Aligned, Out);
    }
    Observer(Aligned, Names, Out).run();
  }
  settleCallees(Out);
}

} // namespace

Expected<Observations> observe(ArrayRef<FileToLearn> Files,
                               const Table &Names) {
  Observations Out;
  for (const FileToLearn &F : Files) {
    Out.Paths.emplace_back(F.OldPath, F.NewPath);
    auto Text = applyEdits(F.Original, *F.Plan);
    if (!Text)
      return Text.takeError();
    Out.Texts.push_back(std::move(*Text));
    if (F.Kind == TextKind::Code)
      addNames(F.Original, Out.Known);
  }
  llvm::sort(Out.Paths);
  // Names that follow the words hide what else changed beside them.
  Observations First = Out;
  observeAll(Files, Names, {}, /*WithStructure=*/false, First);
  std::vector<RenameRule> Words = learnWords(First, Names);
  observeAll(Files, Names, Words, /*WithStructure=*/true, Out);
  return std::move(Out);
}

} // namespace musify
