#include "Facts/Facts.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

/// The first of two names of units, of which one may be empty.
static std::string firstUnit(const std::string &A, const std::string &B) {
  return A.empty() || (!B.empty() && B < A) ? B : A;
}

// AST before preprocessor; two units that disagree make the name ambiguous, and
// the first of each side is kept. The order of units must not show.
static void mergeName(NameFact &Mine, const NameFact &Theirs) {
  auto Side = [](const NameFact &F, Owner Whose, const std::string &Dispute) {
    return F.Whose == Whose ? F.Unit : Dispute;
  };
  bool Deduced = Mine.Deduced || Theirs.Deduced;
  bool IsGlobal = Mine.IsGlobal || Theirs.IsGlobal;
  bool IsInNamespace = Mine.IsInNamespace || Theirs.IsInNamespace;
  std::string SdkUnit = firstUnit(Side(Mine, Owner::Sdk, Mine.SdkUnit),
                                  Side(Theirs, Owner::Sdk, Theirs.SdkUnit));
  std::string UserUnit = firstUnit(Side(Mine, Owner::User, Mine.UserUnit),
                                   Side(Theirs, Owner::User, Theirs.UserUnit));
  bool Agree = Mine.Whose == Theirs.Whose;
  if (!Agree || Mine.Whose == Owner::Ambiguous)
    Mine = {Owner::Ambiguous,
            std::min(Mine.From, Theirs.From),
            std::min(Mine.Unit, Theirs.Unit),
            "",
            Deduced,
            IsGlobal,
            IsInNamespace,
            SdkUnit,
            UserUnit};
  else if (std::tie(Theirs.From, Theirs.Unit, Theirs.Scope) <
           std::tie(Mine.From, Mine.Unit, Mine.Scope))
    Mine = Theirs;
  Mine.Deduced = Deduced;
  Mine.IsGlobal = IsGlobal;
  Mine.IsInNamespace = IsInNamespace;
}

// A unit that finds the header knows more than one that does not.
static void mergeInclude(IncludeFact &Mine, const IncludeFact &Theirs) {
  auto Side = [](const IncludeFact &F, bool InSdk, const std::string &Dispute) {
    return F.isFound() && F.InSdk == InSdk ? F.Unit : Dispute;
  };
  std::string SdkUnit = firstUnit(Side(Mine, true, Mine.SdkUnit),
                                  Side(Theirs, true, Theirs.SdkUnit));
  std::string UserUnit = firstUnit(Side(Mine, false, Mine.UserUnit),
                                   Side(Theirs, false, Theirs.UserUnit));
  auto Key = [](const IncludeFact &F) {
    return std::tuple(!F.isFound(), StringRef(F.Unit), StringRef(F.Resolved),
                      F.InSdk);
  };
  if (Key(Theirs) < Key(Mine))
    Mine = Theirs;
  bool Disagree = !SdkUnit.empty() && !UserUnit.empty();
  Mine.SdkUnit = Disagree ? SdkUnit : "";
  Mine.UserUnit = Disagree ? UserUnit : "";
}

Ranges intersection(const Ranges &A, const Ranges &B) {
  Ranges Out;
  for (size_t I = 0, J = 0; I < A.size() && J < B.size();) {
    unsigned Begin = std::max(A[I].first, B[J].first);
    unsigned End = std::min(A[I].second, B[J].second);
    if (Begin < End)
      Out.emplace_back(Begin, End);
    ++(A[I].second < B[J].second ? I : J);
  }
  return Out;
}

static void mergeString(StringFact &Mine, const StringFact &Theirs) {
  Mine.IsShown &= Theirs.IsShown;
  Mine.FindsOverridden |= Theirs.FindsOverridden;
  if (Mine.LookedUpBy.empty() ||
      (!Theirs.LookedUpBy.empty() && Theirs.LookedUpBy < Mine.LookedUpBy))
    Mine.LookedUpBy = Theirs.LookedUpBy;
}

void FileFacts::noteString(unsigned Offset, const StringFact &Fact) {
  auto [It, IsNew] = Strings.try_emplace(Offset, Fact);
  if (!IsNew)
    mergeString(It->second, Fact);
}

bool Observation::operator<(const Observation &Other) const {
  return std::tie(Offset, Length, What, Level, Unit, Fix) <
         std::tie(Other.Offset, Other.Length, Other.What, Other.Level,
                  Other.Unit, Other.Fix);
}

namespace {

// How two values of one kind become one. None depends on the order.
void mergeInto(NameFact &Mine, const NameFact &Theirs) {
  mergeName(Mine, Theirs);
}
void mergeInto(IncludeFact &Mine, const IncludeFact &Theirs) {
  mergeInclude(Mine, Theirs);
}
void mergeInto(StringFact &Mine, const StringFact &Theirs) {
  mergeString(Mine, Theirs);
}
void mergeInto(std::optional<CallFact> &Mine,
               const std::optional<CallFact> &Theirs) {
  if (Mine != Theirs)
    Mine.reset();
}
void mergeInto(MeaningFact &Mine, const MeaningFact &Theirs) {
  Mine.merge(Theirs);
}
void mergeInto(bool &Mine, bool Theirs) { Mine |= Theirs; }
/// Of two names of units the first.
void mergeInto(std::string &Mine, const std::string &Theirs) {
  Mine = firstUnit(Mine, Theirs);
}
/// What neither compiles; a file that one unit does not cover says nothing.
void mergeInto(std::optional<Ranges> &Mine, std::optional<Ranges> Theirs) {
  if (Mine && Theirs)
    Mine = intersection(*Mine, *Theirs);
  else if (Theirs)
    Mine = std::move(Theirs);
}
void mergeInto(StringSet<> &Mine, const StringSet<> &Theirs) {
  for (const auto &Name : Theirs)
    Mine.insert(Name.getKey());
}
void mergeInto(DenseSet<unsigned> &Mine, const DenseSet<unsigned> &Theirs) {
  Mine.insert_range(Theirs);
}
template <typename T> void mergeInto(std::set<T> &Mine, std::set<T> Theirs) {
  Mine.merge(Theirs);
}
template <typename Key, typename T>
void mergeInto(DenseMap<Key, T> &Mine, const DenseMap<Key, T> &Theirs) {
  for (const auto &[Place, Fact] : Theirs) {
    auto [It, IsNew] = Mine.try_emplace(Place, Fact);
    if (!IsNew)
      mergeInto(It->second, Fact);
  }
}
void mergeInto(FileFacts &Mine, FileFacts Theirs);
void mergeInto(StringMap<FileFacts> &Mine, StringMap<FileFacts> Theirs) {
  for (auto &Item : Theirs)
    mergeInto(Mine[Item.first()], std::move(Item.second));
}

template <typename T> void mergeFields(T &Mine, T &Theirs) {
  auto A = fieldsOf(Mine), B = fieldsOf(Theirs);
  [&]<size_t... I>(std::index_sequence<I...>) {
    (mergeInto(std::get<I>(A), std::move(std::get<I>(B))), ...);
  }(std::make_index_sequence<std::tuple_size_v<decltype(A)>>());
}
void mergeInto(FileFacts &Mine, FileFacts Theirs) { mergeFields(Mine, Theirs); }

} // namespace

void Facts::merge(Facts Other) { mergeFields(*this, Other); }

using Nodes = DenseSet<ValueNode>;
using Flows = std::set<std::pair<ValueNode, ValueNode>>;

/// All nodes that what is in `Start` may get into, itself among them.
static Nodes reachable(std::vector<ValueNode> Left, const Flows &All) {
  Nodes Seen(Left.begin(), Left.end());
  while (!Left.empty()) {
    ValueNode From = Left.back();
    Left.pop_back();
    for (auto It = All.lower_bound({From, 0});
         It != All.end() && It->first == From; ++It)
      if (Seen.insert(It->second).second)
        Left.push_back(It->second);
  }
  return Seen;
}

void Facts::followValues() {
  using Place = std::pair<StringMapEntry<FileFacts> *, const ValueUse *>;
  DenseMap<ValueNode, std::vector<Place>> Uses;
  for (auto &File : Files)
    for (const ValueUse &Use : File.second.ValueUses)
      Uses[Use.Node].emplace_back(&File, &Use);
  if (Uses.empty() || ValueOrigins.empty())
    return;
  std::vector<ValueNode> Origins;
  for (const ValueOrigin &Origin : ValueOrigins)
    Origins.push_back(Origin.Node);
  Nodes Answers = reachable(std::move(Origins), ValueFlows);
  Nodes Numbers = reachable({Numbered.begin(), Numbered.end()}, ValueFlows);
  auto IsMet = [&](const ValueUse &Use) {
    return !Use.Threshold || (Numbers.contains(Use.Threshold) &&
                              !Answers.contains(Use.Threshold));
  };
  std::set<std::tuple<Asked, StringRef, unsigned>> Told; // one origin is enough
  for (const ValueOrigin &Origin : ValueOrigins)
    for (ValueNode Node : reachable({Origin.Node}, ValueFlows)) {
      auto It = Uses.find(Node);
      if (It == Uses.end())
        continue;
      for (auto [File, Use] : It->second) {
        if (Use->What != Origin.What || !IsMet(*Use) ||
            !Told.insert({Use->What, File->first(), Use->Told.Offset}).second)
          continue;
        Observation Seen = Use->Told;
        Seen.What.Arguments.front() = Argument(Origin.By);
        File->second.Observed.insert(std::move(Seen));
      }
    }
}

} // namespace musify
