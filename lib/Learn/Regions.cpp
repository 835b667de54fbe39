// Includes, conditions around code, removed statements.
#include "Learn/Calls.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

using namespace llvm;

namespace musify {
namespace {

constexpr size_t Nowhere = AlignedFile::Nowhere;
/// Longer code is listed without its text.
constexpr size_t MaxCode = 32;

/// `#if` ... `#endif` as token indexes.
struct Condition {
  size_t Begin = 0;   ///< the `#` of the first directive
  size_t End = 0;     ///< behind the last directive
  size_t EndHash = 0; ///< the `#` of the last directive
  std::vector<std::pair<size_t, size_t>> Branches;

  bool hasElse() const { return Branches.size() > 1; }
};

size_t directiveEnd(ArrayRef<TextToken> All, size_t Hash) {
  size_t I = Hash;
  while (I < All.size() && !All[I].Text.empty())
    ++I;
  return I;
}

std::string directive(ArrayRef<TextToken> All, size_t Hash) {
  return "#" + joinTokens(All, Hash + 1, directiveEnd(All, Hash));
}

std::vector<Condition> conditionsOf(ArrayRef<TextToken> All) {
  std::vector<Condition> Out, Open;
  for (size_t I = 0; I + 2 < All.size(); ++I) {
    if (!All[I].Text.empty() || All[I + 1].Text != "#")
      continue;
    StringRef Word = All[I + 2].Text;
    bool Begins = Word == "if" || Word == "ifdef" || Word == "ifndef";
    bool Ends = Word == "endif";
    if (!Begins && (Open.empty() || (!Ends && !Word.starts_with("el"))))
      continue;
    size_t Behind = directiveEnd(All, I + 1);
    if (Begins)
      Open.push_back({I + 1, 0, 0, {}});
    else
      Open.back().Branches.back().second = I;
    if (!Ends) {
      Open.back().Branches.emplace_back(Behind, Behind);
      continue;
    }
    Open.back().EndHash = I + 1;
    Open.back().End = Behind;
    Out.push_back(std::move(Open.back()));
    Open.pop_back();
  }
  return Out;
}

class RegionObserver {
public:
  RegionObserver(AlignedFile &F, Observations &Out) : F(F), Out(Out) {
    IsMatched.resize(F.Now.size());
    for (size_t I = 0; I < F.NewOf.size(); ++I)
      if (F.NewOf[I] != Nowhere) {
        IsMatched[F.NewOf[I]] = true;
        OldOf[F.NewOf[I]] = I;
      }
  }
  void run() {
    observeHeaders();
    observeAdded();
    observeRemoved();
    for (size_t I = 0; I < F.Hunks.size(); ++I) {
      observeStatements(I);
      F.Explained[I] = F.Explained[I] || isTaken(F.Hunks[I]);
    }
  }

private:
  bool isTaken(const Hunk &H) const;
  void observeHeaders();
  void observeAdded();
  void observeRemoved();
  void observeStatements(size_t Index);
  std::string code(const Condition &C, bool InOld, size_t &First) const;
  bool isStatement(size_t Begin, size_t End, size_t &Callee) const;

  AlignedFile &F;
  Observations &Out;
  std::vector<bool> IsMatched; ///< of the port's tokens
  std::map<size_t, size_t> OldOf;
};

/// True if all of the hunk is explained; directives begin and end somewhere.
bool RegionObserver::isTaken(const Hunk &H) const {
  if (F.isRenaming(H))
    return false;
  for (size_t I = H.OldBegin; I < H.OldEnd; ++I)
    if (!F.OldTaken[I] && !F.Old[I].Text.empty())
      return false;
  for (size_t I = H.NewBegin; I < H.NewEnd; ++I)
    if (!F.NewTaken[I] && !F.Now[I].Text.empty())
      return false;
  return true;
}

void RegionObserver::observeHeaders() {
  HeaderUse Use;
  Use.Path = F.File->OldPath;
  for (size_t I = 0; I < F.Old.size(); ++I) {
    if (!isHeader(F.Old, I))
      continue;
    Use.Had.push_back(F.Was[I].str());
    Use.Expected.push_back(F.Old[I].Text.str());
    size_t New = F.NewOf[I];
    if (New == Nowhere || !isHeader(F.Now, New))
      Use.Dropped.push_back(F.Was[I].str());
  }
  for (size_t I = 0; I < F.Now.size(); ++I)
    if (isHeader(F.Now, I) && (!IsMatched[I] || !isHeader(F.Old, OldOf[I])))
      Use.Added.push_back(F.Now[I].Text.str());
  // What moved to another line is still there.
  llvm::erase_if(Use.Added, [&](const std::string &Header) {
    auto Same = llvm::find(Use.Expected, Header);
    if (Same == Use.Expected.end())
      return false;
    auto Gone = llvm::find(Use.Dropped, Use.Had[Same - Use.Expected.begin()]);
    if (Gone == Use.Dropped.end())
      return false;
    Use.Dropped.erase(Gone);
    return true;
  });
  auto TakeIncludes = [](ArrayRef<TextToken> All, std::vector<bool> &Taken) {
    for (size_t I = 2; I < All.size(); ++I)
      if (isHeader(All, I))
        Taken[I - 2] = Taken[I - 1] = Taken[I] = true;
  };
  TakeIncludes(F.Old, F.OldTaken);
  TakeIncludes(F.Now, F.NewTaken);
  Out.Headers.push_back(std::move(Use));
}

/// What both sides have of the first branch that is on both; empty if it is
/// long. `First`: its first token, or `Nowhere`.
std::string RegionObserver::code(const Condition &C, bool InOld,
                                 size_t &First) const {
  ArrayRef<TextToken> All = InOld ? F.Old : F.Now;
  First = Nowhere;
  for (auto [Begin, End] : C.Branches) {
    size_t Common = 0, Count = 0, At = Nowhere;
    std::string Text;
    for (size_t I = Begin; I < End; ++I) {
      if (All[I].Text.empty())
        continue;
      ++Count;
      if (InOld ? F.NewOf[I] == Nowhere : !IsMatched[I])
        continue;
      ++Common;
      At = std::min(At, I);
      Text += (Text.empty() ? "" : " ") + All[I].Text.str();
    }
    // Single marks are the same by chance.
    if (!Common || Common * 4 < Count * 3)
      continue;
    First = At;
    return Common > MaxCode ? "" : Text;
  }
  return "";
}

/// Conditions that the port has around code of the original.
void RegionObserver::observeAdded() {
  for (const Condition &C : conditionsOf(F.Now)) {
    if (IsMatched[C.Begin + 1] || IsMatched[C.EndHash + 1])
      continue;
    Region R;
    size_t First;
    R.Code = code(C, /*InOld=*/false, First);
    if (First == Nowhere)
      continue; // new code
    R.What = Region::Is::Guarded;
    R.Condition = directive(F.Now, C.Begin);
    R.HasElse = C.hasElse();
    Out.Regions[R].add(lineOf(F, OldOf[First]));
    std::fill(F.NewTaken.begin() + C.Begin, F.NewTaken.begin() + C.End, true);
  }
}

/// Conditions of the original that the port lacks.
void RegionObserver::observeRemoved() {
  auto IsGone = [&](size_t I) { return F.NewOf[I] == Nowhere; };
  for (const Condition &C : conditionsOf(F.Old)) {
    if (!IsGone(C.Begin + 1) || !IsGone(C.EndHash + 1))
      continue;
    Region R;
    size_t First;
    R.Code = code(C, /*InOld=*/true, First);
    R.What = First == Nowhere ? Region::Is::Dropped : Region::Is::Bared;
    R.Condition = directive(F.Old, C.Begin);
    R.HasElse = C.hasElse();
    Out.Regions[R].add(lineOf(F, C.Begin));
    std::fill(F.OldTaken.begin() + C.Begin, F.OldTaken.begin() + C.End, true);
  }
}

/// True for `a::f(...);`, a call as a statement.
bool RegionObserver::isStatement(size_t Begin, size_t End,
                                 size_t &Callee) const {
  size_t I = Begin;
  while (I + 2 < End && F.Old[I].IsName &&
         (F.Old[I + 1].Text == "::" || F.Old[I + 1].Text == "." ||
          F.Old[I + 1].Text == "->"))
    I += 2;
  Callee = I;
  if (!isWord(F.Was[I]))
    return false; // an edit of the port wrote it
  auto Close = callEnd(F.Old, I);
  return Close && *Close + 1 == End;
}

void RegionObserver::observeStatements(size_t Index) {
  const Hunk &H = F.Hunks[Index];
  if (F.Explained[Index] || H.NewBegin != H.NewEnd || isTaken(H))
    return;
  size_t Begin = H.OldBegin;
  for (size_t I = H.OldBegin; I < H.OldEnd; ++I) {
    size_t Callee;
    if (F.OldTaken[I] || F.Old[I].Text.empty()) {
      Begin = I + 1;
    } else if (F.Old[I].Text == ";") {
      if (isStatement(Begin, I, Callee)) {
        std::fill(F.OldTaken.begin() + Begin, F.OldTaken.begin() + I + 1, true);
        Out.DroppedCalls[F.Was[Callee].str()].add(lineOf(F, Callee));
      }
      Begin = I + 1;
    }
  }
}

/// A flag as it stands in a line of a script.
bool isFlagChar(char C) {
  return isAlnum(C) || StringRef("-_+=.:/").contains(C);
}

std::vector<std::string> flagsOf(StringRef Text) {
  std::vector<std::string> Out;
  for (size_t I = 0; I < Text.size(); ++I) {
    bool Begins = Text[I] == '-' && (!I || !isFlagChar(Text[I - 1]));
    if (!Begins)
      continue;
    StringRef Flag = Text.substr(I).take_while(isFlagChar);
    StringRef Name = Flag.ltrim('-');
    if (!Name.empty() && isAlpha(Name.front()) && Flag.size() - Name.size() < 3)
      Out.push_back(Flag.str());
    I += Flag.size();
  }
  return Out;
}

/// The whole lines of the tokens.
StringRef linesOf(StringRef Text, ArrayRef<TextToken> All, size_t Begin,
                  size_t End) {
  if (All.empty())
    return "";
  size_t From = Begin < All.size() ? All[Begin].Offset : Text.size();
  size_t Last = End > Begin && End <= All.size() ? All[End - 1].Offset : From;
  From = Text.take_front(From).rfind('\n') + 1;
  return Text.slice(From, Text.find('\n', Last));
}

} // namespace

void observeRegions(AlignedFile &F, Observations &Out) {
  RegionObserver(F, Out).run();
}

void observeFlags(const FileToLearn &F, StringRef Expected, Observations &Out) {
  auto Old = readTokens(Expected, F.Kind), New = readTokens(F.Port, F.Kind);
  std::set<std::pair<const char *, const char *>> Seen; // lines
  for (const Hunk &H : align(Old, New)) {
    StringRef Was = linesOf(Expected, Old, H.OldBegin, H.OldEnd),
              Is = linesOf(F.Port, New, H.NewBegin, H.NewEnd);
    if (!Seen.insert({Was.begin(), Is.begin()}).second)
      continue;
    auto Gone = flagsOf(Was), Here = flagsOf(Is);
    llvm::erase_if(Gone, [&](const std::string &Flag) {
      auto Same = llvm::find(Here, Flag);
      if (Same == Here.end())
        return false;
      Here.erase(Same);
      return true;
    });
    size_t Line =
        Expected.take_front(Was.begin() - Expected.begin()).count('\n') + 1;
    LineOf Where{F.OldPath, unsigned(Was.empty() ? 1 : Line)};
    bool ArePaired = Gone.size() == Here.size();
    for (size_t I = 0; I < Gone.size(); ++I)
      Out.Flags[{Gone[I], ArePaired ? Here[I] : ""}].add(Where);
    for (size_t I = 0; !ArePaired && I < Here.size(); ++I)
      Out.Flags[{"", Here[I]}].add(Where);
  }
}

} // namespace musify
