#include "Driver/ProjectPart.h"
#include "Driver/ExpectedCost.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

void ProjectPart::choose(std::vector<CompileCommand> &Sources,
                         ArrayRef<CompileCommand> Headers, IncludeGraph &Graph,
                         function_ref<size_t(StringRef)> SizeOf) {
  ShardItems All;
  llvm::sort(Sources,
             [](const auto &A, const auto &B) { return A.Name < B.Name; });
  for (const CompileCommand &Unit : Sources) {
    std::vector<std::string> Included = Graph.mayInclude(Unit);
    All[Unit.Name] = expectedCost(Unit, Included, Graph, SizeOf);
    for (const std::string &Path : Included)
      FirstIncluder.try_emplace(Path, Unit.Name);
  }
  for (const CompileCommand &Alone : Headers)
    if (!FirstIncluder.contains(Alone.File))
      All[Alone.File] +=
          expectedCost(Alone, Graph.mayInclude(Alone), Graph, SizeOf);
  Mine = itemsOf(Which, All);
  IsChosen = true;
  llvm::erase_if(Sources, [&](const CompileCommand &Unit) {
    return !Mine.contains(Unit.Name);
  });
}

bool ProjectPart::holds(StringRef Path) const {
  auto First = FirstIncluder.find(Path);
  return !IsChosen ||
         Mine.contains(First == FirstIncluder.end() ? Path
                                                    : StringRef(First->second));
}

} // namespace musify
