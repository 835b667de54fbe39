#include "Parse/SharedHeaders.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace musify {
namespace {

/// Fewer units are parsed faster without.
constexpr size_t FewestUnits = 3;
constexpr unsigned LeastWeight = 8;

struct Earlier {
  bool operator()(const StandardHeaders &A, const StandardHeaders &B) const {
    return A.to_string() < B.to_string();
  }
};

/// Units that get the same headers.
struct Cluster {
  StandardHeaders Shared;
  size_t Units = 0;

  /// To precompile costs half as much again as to parse.
  unsigned cost() const { return weight(Shared) + weight(Shared) / 2; }
};

/// What is saved if two clusters share what they have in common: the units
/// parse the rest, but less is precompiled.
long gain(const Cluster &A, const Cluster &B) {
  Cluster Both{A.Shared & B.Shared, A.Units + B.Units};
  long Weight = weight(Both.Shared);
  return long(A.cost()) + B.cost() - Both.cost() -
         long(A.Units) * (weight(A.Shared) - Weight) -
         long(B.Units) * (weight(B.Shared) - Weight);
}

/// Joins the two clusters that save most by it. False if none do.
bool joinBest(std::vector<Cluster> &Clusters) {
  long Best = 0;
  size_t First = 0, Second = 0;
  for (size_t I = 0; I < Clusters.size(); ++I)
    for (size_t J = I + 1; J < Clusters.size(); ++J)
      if (long Gain = gain(Clusters[I], Clusters[J]); Gain > Best)
        std::tie(Best, First, Second) = std::tuple(Gain, I, J);
  if (!Best)
    return false;
  Clusters[First].Shared &= Clusters[Second].Shared;
  Clusters[First].Units += Clusters[Second].Units;
  Clusters.erase(Clusters.begin() + Second);
  return true;
}

} // namespace

/// How many of the lists begin with the first `Size` of `With`.
static size_t countBeginning(ArrayRef<std::vector<std::string>> Lists,
                             ArrayRef<std::string> With) {
  return llvm::count_if(Lists, [&](const std::vector<std::string> &List) {
    return ArrayRef(List).take_front(With.size()) == With;
  });
}

std::vector<std::vector<std::string>>
chooseBeginnings(ArrayRef<std::vector<std::string>> Leading,
                 function_ref<bool(ArrayRef<std::string>)> IsHeavy) {
  // To precompile and to load costs less than to parse twice.
  constexpr size_t Fewest = 2;
  std::map<std::vector<std::string>, bool> Heavy;
  std::vector<std::vector<std::string>> Out;
  for (const std::vector<std::string> &Mine : Leading) {
    size_t Size = 1;
    auto Front = [&] { return ArrayRef(Mine).take_front(Size); };
    auto Weigh = [&] {
      auto [It, IsNew] = Heavy.try_emplace(Front().vec());
      if (IsNew)
        It->second = IsHeavy(Front());
      return It->second;
    };
    while (Size <= Mine.size() && !Weigh())
      ++Size;
    size_t Units = Size <= Mine.size() ? countBeginning(Leading, Front()) : 0;
    if (Units < Fewest) {
      Out.emplace_back();
      continue;
    }
    // As much more as all of them have in common.
    while (++Size <= Mine.size() && countBeginning(Leading, Front()) == Units)
      ;
    --Size;
    Out.push_back(Front().vec());
  }
  return Out;
}

std::vector<StandardHeaders> chooseShared(ArrayRef<StandardHeaders> Units) {
  std::map<StandardHeaders, size_t, Earlier> Counts;
  for (const StandardHeaders &Set : Units)
    ++Counts[Set];
  std::vector<Cluster> Clusters;
  for (const auto &[Set, Count] : Counts)
    Clusters.push_back({Set, Count});
  // Of very many different sets the commonest decide.
  constexpr size_t Most = 100;
  llvm::sort(Clusters, [](const Cluster &A, const Cluster &B) {
    return A.Units != B.Units ? A.Units > B.Units
                              : Earlier()(A.Shared, B.Shared);
  });
  if (Clusters.size() > Most)
    Clusters.resize(Most);
  while (joinBest(Clusters))
    ;
  llvm::erase_if(Clusters, [](const Cluster &C) {
    return C.Units < FewestUnits || weight(C.Shared) < LeastWeight;
  });
  std::vector<StandardHeaders> Out;
  for (const StandardHeaders &Set : Units) {
    StandardHeaders Best;
    for (const Cluster &C : Clusters)
      if ((Set & C.Shared) == C.Shared && weight(C.Shared) > weight(Best))
        Best = C.Shared;
    Out.push_back(Best);
  }
  return Out;
}

} // namespace musify
