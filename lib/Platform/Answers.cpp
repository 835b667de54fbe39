#include "Platform/Answers.h"
#include "Platform/Platform.h"
#include "llvm/ADT/StringExtras.h"

namespace musify {

std::string capabilitiesOfTarget() {
  std::vector<std::string> All;
  for (const Architecture *A : targetPlatform().current())
    All.push_back(std::to_string(A->Answers.Major) + "." +
                  std::to_string(A->Answers.Minor));
  return llvm::join(All, ", ");
}

} // namespace musify
