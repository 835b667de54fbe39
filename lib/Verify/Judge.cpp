#include "Verify/Judge.h"
#include "Platform/Platform.h"
#include "Project/FileNames.h"
#include "Project/ScriptSyntax.h"
#include "Rename/BesideWords.h"
#include "Verify/Renames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {
namespace {

using Is = Difference::Is;

/// So many places where a renamed name stays are reported one by one.
constexpr unsigned MaxStays = 3;

/// `"a.cuh"` became `"a.muh"`: the name of a file that a port renames, though
/// it is no input here.
bool followsFile(const Difference &D) {
  return !D.Edit && StringRef(D.Was).starts_with("\"") && !D.Now.empty() &&
         portedFileName(StringRef(D.Was).drop_back(), Direction::CudaToMusa) ==
             StringRef(D.Now).drop_back() &&
         D.Was != D.Now;
}

/// The header that the line at the place includes or asks for, with its
/// delimiters.
StringRef includedAt(StringRef Text, unsigned Offset) {
  size_t Begin = Text.take_front(Offset).rfind('\n') + 1;
  StringRef Line =
      Text.substr(Begin).take_until([](char C) { return C == '\n'; });
  size_t At = Line.find_first_of("<\"");
  if (Line.ltrim(" \t#").starts_with("include") && At != StringRef::npos)
    return Line.substr(At).rtrim();
  At = Line.take_front(Offset - Begin + 1).rfind("__has_include");
  At = Line.find_first_of("<\"", At);
  size_t End = Line.find_first_of(">\"", At == StringRef::npos ? At : At + 1);
  return End == StringRef::npos || Begin + End < Offset
             ? ""
             : Line.slice(At, End + 1);
}

/// A copy beside the original has MUSA's words in what the project wrote.
bool followsCopy(const ComparedFile &F, const Difference &D) {
  StringRef Was = includedAt(F.Original->OldText, D.Old.Begin);
  return becomesInCopy(D.Was, D.Now) ||
         (!Was.empty() &&
          becomesInCopy(Was, includedAt(F.Port->OldText, D.New.Begin)));
}

class Judge {
public:
  Judge(MutableArrayRef<ComparedFile> Files, const Table &Names)
      : Files(Files), Names(Names) {}

  VerifyCounts run();

private:
  void collectRenames();
  void judge(ComparedFile &F);
  void judge(ComparedFile &F, const Difference &D);
  void judgeRename(ComparedFile &F, const Difference &D);
  void judgeKept(ComparedFile &F, const KeptName &K);
  void judgeMade(ComparedFile &F, MadeEdit &M);
  bool compareOwners(ComparedFile &F, unsigned Old, unsigned New,
                     unsigned Length, StringRef Name);
  bool isDefinedByProject(StringRef Name) const;
  Message otherName(const Difference &D);
  static bool isUntouched(const ComparedFile &F);

  MutableArrayRef<ComparedFile> Files;
  const Table &Names;
  Renames Own;
  StringSet<> Told; ///< names of `Own` that were reported
  StringMap<unsigned> Stays;
  StringMap<StringRef> Counterparts; ///< CUDA's names by MUSA's; made if asked
  std::vector<const Message *> Redefined; ///< name what the project defines
  VerifyCounts Out;
};

void Judge::collectRenames() {
  for (const ComparedFile &F : Files) {
    for (const Difference &D : F.How.Differences)
      if (D.What == Is::Renamed)
        Own.add(D.Was, D.Now);
    for (const KeptName &K : F.How.Kept)
      Own.keep(K.Name);
    for (const Finding &Told : F.Original->Plan.Findings)
      if (Told.Rule == "redefined-name")
        Redefined.push_back(&Told.What);
  }
}

/// A port that changes nothing of what it should is reported as a whole.
bool Judge::isUntouched(const ComparedFile &F) {
  return F.How.Made.empty() && F.How.Differences.size() > 1 &&
         llvm::all_of(F.How.Differences, [](const Difference &D) {
           return D.What == Is::NotPorted;
         });
}

/// What the new name is, if the tables know it.
Message Judge::otherName(const Difference &D) {
  if (Counterparts.empty())
    Names.forEach([&](const Entry &E) {
      if (!E.To.empty())
        Counterparts.try_emplace(E.To, E.From);
    });
  StringRef Of = Counterparts.lookup(D.Now);
  Message M = say(msg::VerifyOtherName, shownText(D.Was), shownText(D.Now),
                  shownText(D.Expected));
  if (!Of.empty() && Of != D.Was)
    M.add(say(msg::VerifyIsOther, shownText(D.Now), Of));
  return M;
}

void Judge::judge(ComparedFile &F, const Difference &D) {
  unsigned At = D.New.Begin, Length = D.New.End - D.New.Begin;
  StringRef Entry = D.Edit ? StringRef(D.Edit->From.Entry) : "";
  // What was done beside the place is nobody's advice.
  Touch How = D.What == Is::Added || D.What == Is::Removed ? Touch::Inside
                                                           : Touch::Overlap;
  if (!D.Edit && isLeftToPerson(*F.Original, D.Old, How)) {
    ++Out.ByHand;
    return;
  }
  // In a script, the name of a variable may be one of the SDK's by chance.
  bool IsScript = scriptSyntaxOf(F.Original->Path).has_value();
  bool IsOwn = (D.What == Is::Changed || D.What == Is::Renamed) &&
               (IsScript || !Names.findName(D.Was));
  bool IsSingle = D.What != Is::Renamed ||
                  Own.verdict(D.Was) == Renames::Verdict::Single ||
                  !includedAt(F.Port->OldText, D.New.Begin).empty();
  if ((D.What == Is::Changed && followsFile(D)) ||
      (IsOwn && IsSingle && followsCopy(F, D))) {
    ++Out.Edits;
    ++Out.ByText;
    return;
  }
  if (D.Edit) // what was written instead may mean another thing
    compareOwners(F, D.Edit->Where.Offset, At, Length, D.Now);
  switch (D.What) {
  case Is::NotPorted:
    return addFinding(
        *F.Port, At, Length,
        say(msg::VerifyNotPorted, shownText(D.Was), shownText(D.Expected)),
        Entry);
  case Is::OtherName:
    return addFinding(*F.Port, At, Length, otherName(D), Entry);
  case Is::Renamed:
    return judgeRename(F, D);
  case Is::Changed:
    return addFinding(
        *F.Port, At, Length,
        D.Edit ? say(msg::VerifyChangedOtherwise, shownText(D.Was),
                     shownText(D.Now), shownText(D.Expected))
               : say(msg::VerifyChanged, shownText(D.Was), shownText(D.Now)),
        Entry);
  case Is::Added:
    return addFinding(*F.Port, At, Length,
                      say(msg::VerifyAdded, shownText(D.Now)));
  case Is::Removed:
    return addFinding(*F.Port, At, Length,
                      say(msg::VerifyRemoved, shownText(D.Expected)), Entry);
  }
}

void Judge::judgeRename(ComparedFile &F, const Difference &D) {
  unsigned At = D.New.Begin, Length = D.New.End - D.New.Begin;
  std::string Mostly = Own.mostlyTo(D.Was);
  unsigned Count = Own.count(D.Was, Mostly), Kept = Own.kept(D.Was);
  switch (Own.verdict(D.Was)) {
  case Renames::Verdict::Single:
    return addFinding(
        *F.Port, At, Length,
        say(msg::VerifyChanged, shownText(D.Was), shownText(D.Now)));
  case Renames::Verdict::Part:
    if (D.Now != Mostly)
      return addFinding(
          *F.Port, At, Length,
          say(msg::VerifyRenamedOtherwise, D.Was, D.Now, Mostly, Count));
    if (Kept >= Count)
      return addFinding(*F.Port, At, Length,
                        say(msg::VerifyRenamedHere, D.Was, D.Now, Kept));
    [[fallthrough]];
  case Renames::Verdict::Whole:
    if (!Told.insert(D.Was).second)
      return;
    ++Out.RenamedNames;
    Out.RenamedPlaces += Count;
    return addFinding(*F.Port, At, Length,
                      say(msg::VerifyRenamed, D.Was, Mostly, Count));
  }
}

/// Where most places have another name, the ones that stay are reported.
void Judge::judgeKept(ComparedFile &F, const KeptName &K) {
  std::string Mostly = Own.mostlyTo(K.Name);
  unsigned Count = Mostly.empty() ? 0 : Own.count(K.Name, Mostly);
  if (Count > Own.kept(K.Name) && ++Stays[K.Name] <= MaxStays)
    addFinding(*F.Port, K.NewOffset, K.Name.size(),
               say(msg::VerifyStaysHere, K.Name, Mostly, Count));
  compareOwners(F, K.OldOffset, K.NewOffset, K.Name.size(), K.Name);
}

/// The port of the original says that the project defines the name of the SDK's
/// for MUSA, or in some builds.
bool Judge::isDefinedByProject(StringRef Name) const {
  std::string Quoted = ("`" + Name + "`").str();
  return llvm::any_of(Redefined,
                      [&](const Message *M) { return M->mentions(Quoted); });
}

/// True if parses of both sides saw the name and take it for the same one's.
bool Judge::compareOwners(ComparedFile &F, unsigned Old, unsigned New,
                          unsigned Length, StringRef Name) {
  if (!F.Before || !F.After)
    return false;
  const NameFact *Was = factAt(F.Before->Names, Old);
  const NameFact *Now = factAt(F.After->Names, New);
  if (!Was || !Now)
    return false;
  bool IsCaptured = Was->Whose == Owner::Sdk && Now->Whose == Owner::User;
  if (IsCaptured && !isDefinedByProject(nameAt(F.Original->OldText, Old)))
    addFinding(*F.Port, New, Length,
               say(msg::VerifyCaptured, nameAt(F.Port->OldText, New)));
  else if (Was->Whose == Owner::User && Now->Whose == Owner::Sdk &&
           targetPlatform().Prefixes.fit(Name)) // `std::max` is nobody's
    addFinding(*F.Port, New, Length, say(msg::VerifyTakenBySdk, Name));
  return Was->Whose == Now->Whose;
}

void Judge::judgeMade(ComparedFile &F, MadeEdit &M) {
  ++Out.Edits;
  StringRef New = *M.Edit->NewText;
  size_t Reports = F.Port->Plan.Findings.size();
  bool Agree =
      compareOwners(F, M.Edit->Where.Offset, M.NewOffset, New.size(), New);
  // The fact of an include stands behind the quote.
  bool BothIncludes = F.Before && F.After &&
                      F.Before->Includes.contains(M.Edit->Where.Offset) &&
                      (F.After->Includes.contains(M.NewOffset) ||
                       F.After->Includes.contains(M.NewOffset + 1));
  bool IsOther = llvm::any_of(F.OtherMeanings, [&](ByteRange R) {
    return R.Begin <= M.Edit->Where.Offset && M.Edit->Where.Offset < R.End;
  });
  if (IsOther)
    return;
  M.IsProved = F.IsParsed && (Agree || BothIncludes);
  if (M.IsProved)
    ++Out.Proved;
  else if (F.Port->Plan.Findings.size() == Reports)
    ++Out.ByText;
}

void Judge::judge(ComparedFile &F) {
  if (isUntouched(F)) {
    const Difference &First = F.How.Differences.front();
    return addFinding(*F.Port, First.New.Begin, First.New.End - First.New.Begin,
                      say(msg::VerifyFileNotPorted, F.How.Differences.size(),
                          shownText(First.Was)));
  }
  for (const Difference &D : F.How.Differences)
    judge(F, D);
  for (const KeptName &K : F.How.Kept)
    judgeKept(F, K);
  for (MadeEdit &M : F.How.Made)
    judgeMade(F, M);
  for (ByteRange R : F.OtherMeanings) {
    unsigned At = F.How.newOffset(R.Begin).value_or(0);
    StringRef Line = StringRef(F.Port->OldText).substr(At).split('\n').first;
    if (!isReported(*F.Port, {At, At + 1}))
      addFinding(*F.Port, At, Line.rtrim().size(),
                 say(msg::VerifyOtherMeaning));
  }
}

VerifyCounts Judge::run() {
  collectRenames();
  for (ComparedFile &F : Files)
    judge(F);
  return Out;
}

} // namespace

void addFinding(FileResult &Port, unsigned Offset, unsigned Length,
                Message What, StringRef Entry) {
  Port.Plan.Findings.push_back(makeFinding({Port.Path, Offset, Length},
                                           std::move(What),
                                           {Engine::Lexer, "", Entry.str()}));
}

bool isLeftToPerson(const FileResult &Original, ByteRange Place, Touch How) {
  return llvm::any_of(Original.Plan.Findings, [&](const Finding &Each) {
    unsigned Begin = Each.Where.Offset, End = Begin + Each.Where.Length;
    bool Meets = How == Touch::Overlap ? Place.Begin < End && Begin < Place.End
                 : Place.isEmpty() ? Begin < Place.Begin && Place.Begin < End
                                   : Begin <= Place.Begin && Place.End <= End;
    return Meets && Each.Level != Severity::Note;
  });
}

bool isTold(const FileResult &Original, StringRef Word) {
  return llvm::any_of(Original.Plan.Findings, [&](const Finding &Each) {
    StringRef Place = StringRef(Original.OldText)
                          .substr(Each.Where.Offset, Each.Where.Length);
    return Each.Level != Severity::Note &&
           (Place.contains(Word) || Each.What.mentions(Word));
  });
}

std::string shownText(StringRef Text) {
  constexpr size_t MaxShown = 60;
  if (Text.size() <= MaxShown)
    return Text.str();
  return (Text.take_front(MaxShown / 2).rtrim() + " ... " +
          Text.take_back(MaxShown / 3).ltrim())
      .str();
}

bool isReported(const FileResult &Port, ByteRange Place) {
  return llvm::any_of(Port.Plan.Findings, [&](const Finding &Each) {
    return Each.Where.Offset < Place.End &&
           Place.Begin < Each.Where.Offset + Each.Where.Length;
  });
}

VerifyCounts judge(MutableArrayRef<ComparedFile> Files, const Table &Names) {
  return Judge(Files, Names).run();
}

} // namespace musify
