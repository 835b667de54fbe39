#include "Driver/PlanPreludes.h"
#include "Parse/SharedHeaders.h"
#include <map>

using namespace llvm;

namespace musify {

/// Which units get headers outside of the project precompiled instead, with
/// what these include of the C++ library.
static void shareOtherHeaders(ArrayRef<CompileCommand> Units,
                              IncludeGraph &Graph, Session &Run) {
  std::map<std::vector<std::string>, std::vector<const CompileCommand *>>
      Groups;
  for (const CompileCommand &Unit : Units) {
    if (Unit.IsMusa)
      continue;
    std::vector<std::string> Key = Unit.Flags;
    Key.push_back(Unit.Directory);
    Key.push_back(languageOf(Unit).str());
    Groups[std::move(Key)].push_back(&Unit);
  }
  for (const auto &Item : Groups) {
    const std::vector<const CompileCommand *> &Group = Item.second;
    std::vector<std::vector<std::string>> Leading, Macros;
    for (const CompileCommand *Unit : Group) {
      IncludeGraph::Beginning Mine = Graph.beginningOf(*Unit);
      Leading.push_back(std::move(Mine.Headers));
      Macros.push_back(std::move(Mine.Macros));
    }
    auto Chosen = chooseBeginnings(Leading, [&](ArrayRef<std::string> Headers) {
      return Graph.areHeavy(Headers, *Group.front());
    });
    for (const auto &[Unit, Headers, Before] : zip(Group, Chosen, Macros))
      if (!Headers.empty())
        Run.UnitPreludes[Unit->Name] = {Headers, /*AreStandard=*/false, Before};
  }
}

void planPreludes(ArrayRef<CompileCommand> Units, IncludeGraph &Graph,
                  Session &Run) {
  std::map<std::vector<std::string>, std::vector<const CompileCommand *>>
      Groups;
  for (const CompileCommand &Unit : Units)
    Groups[libraryFlags(Unit)].push_back(&Unit);
  for (const auto &[Flags, Group] : Groups) {
    std::vector<StandardHeaders> Sets;
    for (const CompileCommand *Unit : Group)
      Sets.push_back(Graph.standardHeaders(*Unit));
    for (const auto &[Unit, Shared] : zip(Group, chooseShared(Sets)))
      Run.UnitPreludes[Unit->Name].Headers = namesOf(Shared);
  }
  // Those of a real SDK are what each CUDA unit begins with.
  if (Run.CudaPath.empty())
    shareOtherHeaders(Units, Graph, Run);
}

} // namespace musify
