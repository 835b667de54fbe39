#include "Report/WorkOrder.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

/// More steps than a person plans.
static constexpr size_t MostSteps = 20;

/// What solving each problem brings; all 0 if no file has one.
static std::vector<double> worth(size_t Problems,
                                 ArrayRef<std::vector<size_t>> Left) {
  std::vector<double> Out(Problems);
  for (const std::vector<size_t> &File : Left)
    for (size_t Problem : File)
      Out[Problem] += 1.0 / double(File.size());
  return Out;
}

std::vector<WorkStep> orderOfWork(ArrayRef<Blocker> Problems,
                                  std::vector<std::vector<size_t>> Left) {
  std::vector<WorkStep> Steps;
  while (Steps.size() < MostSteps) {
    std::vector<double> Worth = worth(Problems.size(), Left);
    auto Best = llvm::max_element(Worth);
    if (Best == Worth.end() || *Best == 0)
      break;
    size_t Chosen = Best - Worth.begin();
    for (std::vector<size_t> &File : Left)
      llvm::erase(File, Chosen);
    size_t Done = llvm::count_if(Left, [](const auto &F) { return F.empty(); });
    Steps.push_back({Problems[Chosen], unsigned(100 * Done / Left.size())});
  }
  return Steps;
}

} // namespace musify
