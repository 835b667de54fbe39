#include "Verify/Against.h"
#include "Platform/NeutralName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {
namespace {

/// What a port made of a place of the original.
struct Change {
  std::string Was, Now;
  unsigned NewOffset, NewEnd;
};

/// By the place in the original. What stays as it was is no change.
std::map<unsigned, Change> changesOf(const ComparedFile &F) {
  std::map<unsigned, Change> Out;
  StringRef Text = F.Original->OldText;
  for (const MadeEdit &M : F.How.Made) {
    const std::string &Now = *M.Edit->NewText;
    StringRef Was = Text.substr(M.Edit->Where.Offset, M.Edit->Where.Length);
    Out[M.Edit->Where.Offset] = {Was.str(), Now, M.NewOffset,
                                 M.NewOffset + unsigned(Now.size())};
  }
  for (const Difference &D : F.How.Differences)
    if (D.What != Difference::Is::NotPorted)
      Out[D.Old.Begin] = {D.Was, D.Now, D.New.Begin, D.New.End};
  return Out;
}

/// All places where both ports have the same two texts.
struct Group {
  FileResult *In;
  ByteRange First;
  Message What;
  Severity Level;
  unsigned Places = 0;
};

class Against {
public:
  Against(MutableArrayRef<ComparedFile> Ours,
          MutableArrayRef<ComparedFile> Theirs, const Table &Names)
      : Ours(Ours), Theirs(Theirs) {
    Names.forEach([&](const Entry &E) {
      Known.insert(E.From);
      if (!E.To.empty())
        Known.insert(E.To);
    });
  }

  AgainstCounts run();

private:
  void compareTexts(ComparedFile &Mine, const ComparedFile &Other);
  void add(ComparedFile &Mine, unsigned Old, const Change *Here,
           const Change *There);
  void keepOnly();
  void report();
  bool isOwnName(StringRef Was, StringRef Now) const;

  MutableArrayRef<ComparedFile> Ours, Theirs;
  StringSet<> Known; ///< names of both SDKs
  /// By what was, what it is here and what it is there.
  std::map<std::array<std::string, 3>, Group> Groups;
  AgainstCounts Out;
};

/// A name of the project that says `musa` in place of `cuda` matters less.
bool Against::isOwnName(StringRef Was, StringRef Now) const {
  return !Known.contains(Was) && neutralName(Was) == neutralName(Now);
}

/// Where the original's place is in the port, or the token before it.
unsigned nearestOffset(const Comparison &How, unsigned Old) {
  auto After =
      llvm::upper_bound(How.Tokens, Old, [](unsigned At, const SameToken &T) {
        return At < T.OldOffset;
      });
  return After == How.Tokens.begin() ? 0 : std::prev(After)->NewOffset;
}

void Against::add(ComparedFile &Mine, unsigned Old, const Change *Here,
                  const Change *There) {
  StringRef Was = Here ? Here->Was : There->Was;
  std::string Left = Here ? Here->Now : Was.str();
  std::string Right = There ? There->Now : Was.str();
  unsigned At = Here ? Here->NewOffset : nearestOffset(Mine.How, Old);
  unsigned End = Here ? Here->NewEnd : unsigned(At + Was.size());
  auto [It, IsNew] = Groups.try_emplace({Was.str(), Left, Right});
  Group &G = It->second;
  ++G.Places;
  if (!IsNew)
    return;
  G.In = Mine.Port;
  G.First = {At, End};
  bool IsOwn = isOwnName(Was, Here ? Left : Right);
  G.Level = IsOwn ? Severity::Note : Severity::Warning;
}

void Against::compareTexts(ComparedFile &Mine, const ComparedFile &Other) {
  auto Left = changesOf(Mine), Right = changesOf(Other);
  for (const auto &[Old, Here] : Left) {
    auto It = Right.find(Old);
    const Change *There = It == Right.end() ? nullptr : &It->second;
    bool AreAlike = There && There->Now == Here.Now;
    ++(AreAlike ? Out.Alike : There ? Out.Otherwise : Out.Here);
    if (!AreAlike)
      add(Mine, Old, &Here, There);
  }
  for (const auto &[Old, There] : Right)
    if (!Left.count(Old)) {
      ++Out.There;
      add(Mine, Old, nullptr, &There);
    }
}

/// Findings about one text beside the plan: the two texts were compared.
bool isOfText(const Finding &F) {
  return is_contained({"not-ported", "other-name", "changed-code",
                       "renamed-by-hand", "renamed-in-part"},
                      StringRef(F.Rule));
}

void Against::keepOnly() {
  using Key = std::pair<StringRef, Message>;
  std::map<Key, unsigned> Here, There;
  for (auto [All, Count] : {std::pair(Ours, &Here), std::pair(Theirs, &There)})
    for (ComparedFile &F : All) {
      llvm::erase_if(F.Port->Plan.Findings, isOfText);
      for (const Finding &Each : F.Port->Plan.Findings)
        ++(*Count)[{F.Original->Relative, Each.What}];
    }
  auto Keep = [](MutableArrayRef<ComparedFile> Files,
                 std::map<Key, unsigned> Others, auto Say) {
    for (ComparedFile &F : Files) {
      std::vector<Finding> Left;
      for (Finding &Each : F.Port->Plan.Findings) {
        unsigned &Count = Others[{F.Original->Relative, Each.What}];
        if (Count) {
          --Count; // the other port has it, too
          continue;
        }
        Left.push_back(
            makeFinding(Each.Where, Say(Each.What), Each.From, Each.Level));
      }
      F.Port->Plan.Findings = std::move(Left);
    }
  };
  Keep(Ours, There,
       [](const Message &M) { return say(msg::AgainstOnlyHere, M); });
  Keep(Theirs, Here,
       [](const Message &M) { return say(msg::AgainstOnlyThere, M); });
}

/// What one port alone did; `Now` is its text in place of `Was`.
Message oneSided(StringRef Was, StringRef Now, bool IsHere, unsigned Places) {
  Message Bare = Was.empty()   ? say(msg::VerifyAdded, shownText(Now))
                 : Now.empty() ? say(msg::VerifyRemoved, shownText(Was))
                               : Message();
  if (Bare)
    return IsHere ? say(msg::AgainstOnlyHere, Bare)
                  : say(msg::AgainstOnlyThere, Bare);
  return IsHere
             ? say(msg::AgainstHere, shownText(Was), shownText(Now), Places)
             : say(msg::AgainstThere, shownText(Was), shownText(Now), Places);
}

void Against::report() {
  for (auto &[Texts, G] : Groups) {
    const auto &[Was, Here, There] = Texts;
    Message What =
        Here == Was    ? oneSided(Was, There, /*IsHere=*/false, G.Places)
        : There == Was ? oneSided(Was, Here, /*IsHere=*/true, G.Places)
                       : say(msg::AgainstOtherName, shownText(Was),
                             shownText(Here), shownText(There), G.Places);
    addFinding(*G.In, G.First.Begin, G.First.End - G.First.Begin,
               std::move(What));
    G.In->Plan.Findings.back().Level = G.Level;
  }
}

AgainstCounts Against::run() {
  keepOnly();
  std::map<StringRef, const ComparedFile *> Others;
  for (const ComparedFile &F : Theirs)
    Others[F.Original->Relative] = &F;
  for (ComparedFile &F : Ours)
    if (auto It = Others.find(F.Original->Relative); It != Others.end())
      compareTexts(F, *It->second);
  report();
  return Out;
}

} // namespace

AgainstCounts judgeAgainst(MutableArrayRef<ComparedFile> Ours,
                           MutableArrayRef<ComparedFile> Theirs,
                           const Table &Names) {
  return Against(Ours, Theirs, Names).run();
}

} // namespace musify
