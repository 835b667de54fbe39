#include "Rename/Words.h"
#include "Learn/Learn.h"
#include "Platform/Platform.h"
#include "Rename/Rename.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

using namespace llvm;

namespace musify {
namespace {

using Case = RenameRule::Case;
using Domain = RenameRule::Domain;

/// A rule needs so many places, or files, and of five at least four must follow
/// it.
constexpr unsigned MinPlaces = 3, MinFiles = 2;
constexpr unsigned MinShare = 4;

/// A text with what it became at how many places.
struct Item {
  std::string Old, New;
  unsigned Places;
};

/// The parts of a text in which words are sought: not across `/` or blanks.
SmallVector<StringRef> piecesOf(StringRef Text) {
  SmallVector<StringRef> Out;
  size_t Begin = 0;
  for (size_t I = 0; I <= Text.size(); ++I)
    if (I == Text.size() || !(isAlnum(Text[I]) || Text[I] == '_')) {
      if (I > Begin)
        Out.push_back(Text.slice(Begin, I));
      Begin = I + 1;
    }
  return Out;
}

class WordLearner {
public:
  WordLearner(std::vector<Item> Items, Domain In)
      : Items(std::move(Items)), In(In) {}

  std::vector<RenameRule> run() {
    collect();
    propose();
    // A rule that falls may have spoiled the count of another.
    for (size_t Before = ~size_t(0); Before != Rules.size();) {
      Before = Rules.size();
      judge();
    }
    return std::move(Rules);
  }

private:
  using ByCase = std::map<Case, std::map<std::string, unsigned>>;
  unsigned least() const {
    return In == RenameRule::Files ? MinFiles : MinPlaces;
  }
  static unsigned placesOf(const ByCase &Cases) {
    unsigned Sum = 0;
    for (const auto &[Style, Became] : Cases)
      for (const auto &[To, Places] : Became)
        Sum += Places;
    return Sum;
  }
  void collect();
  void propose();
  void add(StringRef From, StringRef To, Case Style);
  void judge();
  void count(const Item &I);

  std::vector<Item> Items;
  Domain In;
  /// By word and case: what it became, at how many places.
  std::map<std::string, ByCase> Seen;
  std::vector<RenameRule> Rules;
};

void WordLearner::collect() {
  for (const Item &I : Items) {
    auto Was = piecesOf(I.Old), Now = piecesOf(I.New);
    if (Was.size() != Now.size() || I.Old == I.New)
      continue;
    for (auto [Old, New] : zip(Was, Now))
      if (auto Change = wordChange(Old, New))
        Seen[Change->From][Change->Style][Change->To] += I.Places;
  }
}

void WordLearner::add(StringRef From, StringRef To, Case Style) {
  RenameRule R;
  R.From = From.str();
  R.To = To.str();
  R.Style = Style;
  R.In = In;
  Rules.push_back(std::move(R));
}

/// One rule for a word if it becomes the same in both cases.
void WordLearner::propose() {
  for (const auto &[Word, Cases] : Seen) {
    if (placesOf(Cases) < least()) // most are chance
      continue;
    std::map<Case, std::string> Best;
    for (const auto &[Style, Became] : Cases)
      Best[Style] = std::max_element(Became.begin(), Became.end(),
                                     [](const auto &A, const auto &B) {
                                       return A.second < B.second;
                                     })
                        ->first;
    std::set<std::string> Different;
    for (const auto &[Style, To] : Best)
      Different.insert(To);
    if (Different.size() == 1) {
      add(Word, *Different.begin(), Case::Any);
      continue;
    }
    for (const auto &[Style, To] : Best)
      add(Word, To, Style);
  }
}

void WordLearner::count(const Item &I) {
  bool Follows = renameWords(I.Old, Rules, In) == I.New;
  for (RenameRule &R : Rules)
    if (countWord(I.Old, R))
      (Follows ? R.Places : R.Against) += I.Places;
}

void WordLearner::judge() {
  for (RenameRule &R : Rules)
    R.Places = R.Against = 0;
  for (const Item &I : Items)
    count(I);
  unsigned Least = least();
  llvm::erase_if(Rules, [=](const RenameRule &R) {
    return R.Places < Least || R.Places < MinShare * R.Against;
  });
}

std::vector<Item> itemsOf(const ObservedTexts &All,
                          function_ref<bool(StringRef)> Counts) {
  std::vector<Item> Out;
  for (const auto &[Old, What] : All)
    if (Counts(Old))
      for (const auto &[New, Places] : What.Became)
        Out.push_back({Old, New, Places});
  return Out;
}

std::vector<Item> pathItems(const Observations &Seen) {
  std::vector<RenameRule> Suffixes = learnSuffixes(Seen);
  std::vector<Item> Out;
  for (const auto &[Old, New] : Seen.Paths)
    Out.push_back({renamedPath(Old, Suffixes, true), New, 1});
  return Out;
}

/// True for a word that names of MUSA begin with.
bool isTargetWord(StringRef Word) {
  const NamePrefixes &Known = targetPlatform().Prefixes;
  return Word.equals_insensitive(Known.Driver) ||
         Word.equals_insensitive(Known.Word);
}

bool isSameWord(const RenameRule &A, const RenameRule &B) {
  return A.From == B.From && A.To == B.To && A.Style == B.Style;
}

} // namespace

std::vector<RenameRule> learnWords(const Observations &Seen,
                                   const Table &Names) {
  auto IsOwn = [&](StringRef Name) {
    return isOwnName(Name, Seen.Known, Names);
  };
  auto IsAny = [](StringRef) { return true; };
  std::vector<RenameRule> Out;
  // Other code was written there, and nothing renamed.
  auto IsChance = [&](const RenameRule &R) {
    return R.In == RenameRule::Names && !isTargetWord(R.To) &&
           (R.From.size() == 1 || Seen.Known.Used.contains(R.To));
  };
  auto Add = [&](std::vector<Item> Items, Domain In) {
    for (RenameRule &R : WordLearner(std::move(Items), In).run()) {
      if (IsChance(R))
        continue;
      auto Same = llvm::find_if(
          Out, [&](const RenameRule &O) { return isSameWord(O, R); });
      if (Same == Out.end()) {
        Out.push_back(std::move(R));
        continue;
      }
      Same->In |= R.In;
      Same->Places += R.Places;
      Same->Against += R.Against;
    }
  };
  Add(itemsOf(Seen.Own, IsOwn), RenameRule::Names);
  Add(itemsOf(Seen.Strings, IsAny), RenameRule::Strings);
  Add(pathItems(Seen), RenameRule::Files);
  return Out;
}

} // namespace musify
