#include "Learn/CallRules.h"
#include "Project/FileNames.h"
#include "Rename/Rename.h"
#include "Rename/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

/// Of five places four must agree.
bool isSettled(const ObservedText &O) {
  return O.most().second * 5 >= O.total() * 4;
}

RenameRule renameOf(RenameRule::Match What, StringRef From, StringRef To,
                    unsigned Places) {
  RenameRule R;
  R.What = What;
  R.From = From.str();
  R.To = To.str();
  R.Places = Places;
  return R;
}

class Learner {
public:
  Learner(const Observations &Seen, const Table &Names)
      : Seen(Seen), Names(Names) {}
  Learned run();

private:
  void learnTexts(const ObservedTexts &All, RenameRule::Match What,
                  RenameRule::Domain In);
  void learnIncludes();
  void learnEntries();
  OwnedEntry entryFor(StringRef Name, const std::string &To,
                      unsigned Places) const;
  std::string renamedHeader(StringRef Header) const;
  void noteContradiction(StringRef Text, const ObservedText &O) {
    if (O.Became.size() > 1)
      Out.Contradictions.push_back({Text.str(), O.Became});
  }

  const Observations &Seen;
  const Table &Names;
  Learned Out;
};

/// What the words do not explain: names that became others, or stayed.
void Learner::learnTexts(const ObservedTexts &All, RenameRule::Match What,
                         RenameRule::Domain In) {
  std::vector<RenameRule> Found;
  for (const auto &[Old, What_] : All) {
    if (What == RenameRule::Match::Name && !isOwnName(Old, Seen.Known, Names))
      continue;
    std::string Predicted = renameWords(Old, Out.Renames, In);
    auto [New, Places] = What_.most();
    if (!isSettled(What_)) {
      noteContradiction(Old, What_);
      continue;
    }
    // What takes the place of another name of the original is no renaming.
    bool IsTaken = What == RenameRule::Match::Name && New != Old &&
                   Seen.Known.Used.contains(New);
    if (New != Predicted && Places >= 2 && !IsTaken)
      Found.push_back(renameOf(What, Old, New, Places));
  }
  llvm::append_range(Out.Renames, std::move(Found));
}

/// What the rules for paths make of it.
std::string Learner::renamedHeader(StringRef Header) const {
  return Header.front() +
         renamedPath(Header.drop_front().drop_back(), Out.Renames, true) +
         Header.back();
}

void Learner::learnIncludes() {
  for (const auto &[Old, What] : Seen.Includes) {
    auto [New, Places] = What.most();
    bool IsExplained = What.Otherwise.empty() || isOwnHeader(Old, Seen) ||
                       renamedHeader(Old) == New;
    if (IsExplained)
      continue;
    if (!isSettled(What))
      noteContradiction(Old, What);
    else if (What.Otherwise.count(New))
      Out.Renames.push_back(
          renameOf(RenameRule::Match::Include, Old, New, Places));
  }
}

OwnedEntry Learner::entryFor(StringRef Name, const std::string &To,
                             unsigned Places) const {
  auto Known = Names.findName(Name);
  OwnedEntry E;
  E.From = Name.str();
  E.To = To;
  E.K = Known->K;
  E.S = Status::Supported;
  E.In = Known->In.str();
  E.Reverse = false;
  E.Evidence = "used: " + say(msg::LearnedEvidence, Places).text();
  return E;
}

/// Names of the tables that a person ported otherwise.
void Learner::learnEntries() {
  for (const auto &[Old, What] : Seen.Sdk) {
    auto [New, Places] = What.most();
    auto Unlike = What.Otherwise.find(New);
    bool IsLeft = New == Old && !What.Otherwise.empty();
    if (!isSettled(What))
      noteContradiction(Old, What);
    else if (IsLeft) // forgotten, most often: no rule
      Out.Contradictions.push_back({Old, What.Became});
    else if (Unlike == What.Otherwise.end() || Unlike->second < 2)
      continue;
    else if (Seen.Known.Declared.contains(Old)) // no entry reaches those
      Out.Renames.push_back(
          renameOf(RenameRule::Match::Name, Old, New, Places));
    else if (Names.findName(Old)->K != Kind::Member)
      Out.Entries.push_back(entryFor(Old, New, Places));
  }
}

Learned Learner::run() {
  Out.Renames = learnWords(Seen, Names);
  llvm::sort(Out.Renames, [](const RenameRule &A, const RenameRule &B) {
    return std::tie(B.Places, A.From, A.Style, A.To) <
           std::tie(A.Places, B.From, B.Style, B.To);
  });
  learnTexts(Seen.Own, RenameRule::Match::Name, RenameRule::Names);
  learnTexts(Seen.Strings, RenameRule::Match::String, RenameRule::Strings);
  learnIncludes();
  llvm::append_range(Out.Renames, learnSuffixes(Seen));
  if (Seen.Paths.size() > 1) // else two files were named, not two trees
    learnPaths(Seen, Out.Renames);
  learnEntries();
  learnCalls(Seen, Names, Out);
  learnComparisons(Seen, Out);
  learnRest(Seen, Names, Out);
  return std::move(Out);
}

/// The path without what both end with, in whole parts.
std::pair<std::string, std::string> differingHeads(StringRef Old,
                                                   StringRef New) {
  while (!Old.empty() && sys::path::filename(Old) == sys::path::filename(New)) {
    Old = sys::path::parent_path(Old);
    New = sys::path::parent_path(New);
  }
  return {Old.str(), New.str()};
}

} // namespace

bool isOwnHeader(StringRef Header, const Observations &Seen) {
  StringRef Name = sys::path::filename(Header.drop_front().drop_back());
  return llvm::any_of(Seen.Paths, [&](const auto &Path) {
    return sys::path::filename(Path.first) == Name;
  });
}

std::vector<RenameRule> learnSuffixes(const Observations &Seen) {
  std::map<std::string, unsigned> Stay, Change;
  for (const auto &[Old, New] : Seen.Paths)
    if (portedFileName(Old, Direction::CudaToMusa) != Old) {
      std::string Suffix = sys::path::extension(Old).str();
      ++(StringRef(New).ends_with(Suffix) ? Stay : Change)[Suffix];
    }
  std::vector<RenameRule> Out;
  for (const auto &[Suffix, Places] : Stay)
    if (Places > Change[Suffix])
      Out.push_back(renameOf(RenameRule::Match::File, "*" + Suffix,
                             "*" + Suffix, Places));
  return Out;
}

void learnPaths(const Observations &Seen, std::vector<RenameRule> &Rules) {
  std::map<std::pair<std::string, std::string>, unsigned> Folders;
  std::vector<std::pair<std::string, std::string>> Rest;
  for (const auto &[Old, New] : Seen.Paths) {
    if (renamedPath(Old, Rules, true) == New)
      continue;
    // What the rules make of the last parts counts as equal.
    std::string Tail = renamedPath(sys::path::filename(Old), Rules, true);
    SmallString<128> Almost(sys::path::parent_path(Old));
    sys::path::append(Almost, Tail);
    auto Heads = differingHeads(Almost, New);
    bool IsFolder = !Heads.first.empty() && !Heads.second.empty() &&
                    Heads.first.size() < Almost.size();
    if (IsFolder)
      ++Folders[Heads];
    Rest.emplace_back(Old, New);
  }
  for (const auto &[Heads, Count] : Folders)
    if (Count >= 2)
      Rules.push_back(
          renameOf(RenameRule::Match::File, Heads.first, Heads.second, Count));
  for (const auto &[Old, New] : Rest)
    if (renamedPath(Old, Rules, true) != New)
      Rules.push_back(renameOf(RenameRule::Match::File, Old, New, 1));
}

Learned learn(const Observations &Seen, const Table &Names) {
  return Learner(Seen, Names).run();
}

} // namespace musify
