// Headers that were added or removed, and what the format has no key for.
#include "Learn/CallRules.h"
#include "Rename/Rename.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {
namespace {

StringRef pathOf(StringRef Header) { return Header.drop_front().drop_back(); }

class HeaderLearner {
public:
  HeaderLearner(const Observations &Seen, const Table &Names, Learned &Out)
      : Uses(Seen.Headers), Seen(Seen), Names(Names), Out(Out) {
    for (HeaderUse &Use : Uses)
      dropRenamed(Use);
  }
  void run();

private:
  struct Anchor {
    std::string Header, Expected;
    Tally Count;
  };
  void dropRenamed(HeaderUse &Use) const;
  bool isFree(StringRef Header) const;
  bool isKnown(StringRef Header) const {
    return Names.find(Space::Header, pathOf(Header)) != nullptr;
  }
  Anchor anchorOf(const std::string &Added) const;
  void learnAdded();
  void learnDropped();
  void list(std::string Was, std::string Now, Tally Count,
            Unlearned::Reason Why);
  static Unlearned::Reason reason(const Tally &Count) {
    return Count.Places < CallBounds::Least ? Unlearned::Reason::TooFew
                                            : Unlearned::Reason::Against;
  }

  std::vector<HeaderUse> Uses; ///< without what renamings say
  const Observations &Seen;
  const Table &Names;
  Learned &Out;
};

/// A header whose name follows the words was neither removed nor added.
void HeaderLearner::dropRenamed(HeaderUse &Use) const {
  llvm::erase_if(Use.Dropped, [&](const std::string &Header) {
    std::string New = Header.front() +
                      renamedPath(pathOf(Header), Out.Renames, true) +
                      Header.back();
    auto Same = llvm::find(Use.Added, New);
    if (Same == Use.Added.end())
      return false;
    Use.Added.erase(Same);
    return true;
  });
}

/// True if a rule for the header is its only one.
bool HeaderLearner::isFree(StringRef Header) const {
  bool IsRenamed = llvm::any_of(Out.Renames, [&](const RenameRule &R) {
    return R.What == RenameRule::Match::Include && R.From == Header;
  });
  return !IsRenamed && !isOwnHeader(Header, Seen) &&
         Names.Rules.named(pathOf(Header)).empty();
}

/// The header beside which most files have the added one, and fewest do not.
HeaderLearner::Anchor HeaderLearner::anchorOf(const std::string &Added) const {
  std::map<std::string, Anchor> All;
  for (const HeaderUse &Use : Uses)
    for (auto [Had, Expected] : zip(Use.Had, Use.Expected)) {
      if (llvm::is_contained(Use.Dropped, Had) || !isFree(Had) ||
          !isKnown(Had) || llvm::is_contained(Use.Expected, Added))
        continue;
      Anchor &A = All[Had];
      A.Header = Had;
      A.Expected = Expected;
      if (llvm::is_contained(Use.Added, Added))
        A.Count.add({Use.Path, 1});
      else
        ++A.Count.Against;
    }
  Anchor Best;
  auto Rank = [](const Anchor &A) {
    return std::pair(int(A.Count.Places) - int(A.Count.Against),
                     A.Count.Places);
  };
  for (const auto &[Header, A] : All)
    if (A.Count.Places && (Best.Header.empty() || Rank(Best) < Rank(A)))
      Best = A;
  return Best;
}

void HeaderLearner::list(std::string Was, std::string Now, Tally Count,
                         Unlearned::Reason Why) {
  Out.Rest.push_back({Unlearned::Kind::Header, Why, std::move(Was),
                      std::move(Now), std::move(Count)});
}

void HeaderLearner::learnAdded() {
  std::map<std::string, Tally> Added;
  for (const HeaderUse &Use : Uses)
    for (const std::string &Header : Use.Added)
      Added[Header].add({Use.Path, 1});
  std::map<std::string, size_t> Rules; // by the header beside
  for (const auto &[Header, Count] : Added) {
    Anchor A = anchorOf(Header);
    bool IsRule =
        CallBounds::isEnough(A.Count.Places, A.Count.Places + A.Count.Against);
    if (!IsRule) {
      Tally Whole = Count;
      Whole.Against = A.Count.Against;
      list("", Header, Whole,
           A.Header.empty() && Whole.Places > 1 ? Unlearned::Reason::Alone
                                                : reason(Whole));
      continue;
    }
    // Both have the same delimiters, or the path says which.
    bool IsAlike = Header.front() == A.Expected.front();
    std::string Path = IsAlike ? pathOf(Header).str() : Header;
    auto [It, IsNew] = Rules.try_emplace(A.Header, Out.Rules.size());
    if (!IsNew) {
      LearnedRule &R = Out.Rules[It->second];
      R.Rule.Replace->push_back(Path);
      R.Places += A.Count.Places;
      R.Against += A.Count.Against;
      continue;
    }
    CustomRule R;
    R.Id = "learned-beside-" + pathOf(A.Header).str();
    R.What = CustomRule::Match::Header;
    R.Name = pathOf(A.Header).str();
    R.Replace = {pathOf(A.Expected).str(), Path};
    Out.Rules.push_back({std::move(R), A.Count.Places, A.Count.Against});
  }
}

void HeaderLearner::learnDropped() {
  std::map<std::string, Tally> Dropped;
  for (const HeaderUse &Use : Uses)
    for (const std::string &Header : Use.Dropped)
      Dropped[Header].add({Use.Path, 1});
  for (const HeaderUse &Use : Uses)
    for (const std::string &Header : Use.Had)
      if (auto It = Dropped.find(Header);
          It != Dropped.end() && !llvm::is_contained(Use.Dropped, Header))
        ++It->second.Against;
  for (auto &[Header, Count] : Dropped) {
    bool IsEnough =
        CallBounds::isEnough(Count.Places, Count.Places + Count.Against);
    bool IsOwn = Header.front() == '"' && !isKnown(Header);
    if (!IsEnough || IsOwn || !isFree(Header)) {
      list(Header, "", Count,
           IsEnough ? Unlearned::Reason::NoFormat : reason(Count));
      continue;
    }
    CustomRule R;
    R.Id = "learned-without-" + pathOf(Header).str();
    R.What = CustomRule::Match::Header;
    R.Name = pathOf(Header).str();
    R.Replace.emplace();
    Out.Rules.push_back({std::move(R), Count.Places, Count.Against});
  }
}

void HeaderLearner::run() {
  learnAdded();
  learnDropped();
}

void addRegions(const Observations &Seen, Learned &Out) {
  for (const auto &[R, Count] : Seen.Regions) {
    Unlearned U;
    U.What = Unlearned::Kind::Condition;
    std::string Code = R.Code.empty() ? "..." : R.Code;
    std::string Whole =
        R.Condition + (R.HasElse ? " ... #else ... #endif" : " ... #endif");
    switch (R.What) {
    case Region::Is::Guarded:
      U.Was = Code;
      U.Now = Whole;
      break;
    case Region::Is::Bared:
      U.Was = Whole;
      U.Now = Code;
      break;
    case Region::Is::Dropped:
      U.Was = Whole;
      break;
    }
    U.Count = Count;
    Out.Rest.push_back(std::move(U));
  }
}

} // namespace

void learnRest(const Observations &Seen, const Table &Names, Learned &Out) {
  HeaderLearner(Seen, Names, Out).run();
  addRegions(Seen, Out);
  for (const auto &[Name, Count] : Seen.DroppedCalls) {
    Unlearned U;
    U.What = Unlearned::Kind::Statement;
    U.Was = Name + "(...);";
    U.Count = Count;
    if (auto It = Seen.Calls.find(Name); It != Seen.Calls.end())
      U.Count.Against = llvm::count_if(
          It->second, [](const CallSite &S) { return S.isClear(); });
    Out.Rest.push_back(std::move(U));
  }
  auto AddAll = [&](const std::map<Rework, Tally> &All, Unlearned::Kind What) {
    for (const auto &[Each, Count] : All)
      Out.Rest.push_back(
          {What, Unlearned::Reason::NoFormat, Each.Was, Each.Now, Count});
  };
  AddAll(Seen.Flags, Unlearned::Kind::Flag);
  AddAll(Seen.Reworked, Unlearned::Kind::Code);
  llvm::sort(Out.Rest, [](const Unlearned &A, const Unlearned &B) {
    return std::tie(A.What, B.Count.Places, A.Was, A.Now) <
           std::tie(B.What, A.Count.Places, B.Was, B.Now);
  });
}

} // namespace musify
