#include "Platform/Answers.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <map>

using namespace llvm;

namespace musify {

std::string capabilitiesOfTarget() {
  std::vector<std::string> All;
  for (const Architecture *A : targetPlatform().current())
    All.push_back(std::to_string(A->Answers.Major) + "." +
                  std::to_string(A->Answers.Minor));
  return llvm::join(All, ", ");
}

bool isOfTarget(int64_t Number) {
  return llvm::any_of(targetPlatform().Architectures, [&](auto &A) {
    auto [Major, Minor] = A.Answers;
    return Number <= (Number < 10    ? Major
                      : Number < 100 ? 10 * Major + Minor
                                     : 100 * Major + 10 * Minor);
  });
}

bool mayBeCapability(int64_t Number) {
  return llvm::any_of(sourcePlatform().Capabilities, [&](Capability C) {
    return Number < int64_t(C.Major + 1) << 8;
  });
}

bool isCapability(int64_t Number) {
  int64_t Major = Number < 20    ? Number
                  : Number < 200 ? Number / 10
                                 : Number / 100;
  return llvm::any_of(sourcePlatform().Capabilities,
                      [&](Capability C) { return C.Major == Major; });
}

bool hasOtherWarps(ArrayRef<const Architecture *> Targets) {
  return any_of(Targets, [](const Architecture *A) {
    return A->WarpSize != sourcePlatform().Warp.Size;
  });
}

Message warpSizesOf(ArrayRef<const Architecture *> Targets, unsigned Room) {
  const WarpNames &Source = sourcePlatform().Warp;
  std::map<unsigned, std::vector<std::string>> Names;
  for (const Architecture *A : Targets)
    if (A->WarpSize != Source.Size && A->WarpSize > Room)
      Names[A->WarpSize].push_back(A->Name);
  std::vector<Message> Each;
  for (const auto &[Size, Mine] : Names)
    Each.push_back(say(msg::SizeOnTargets, Size, listOf(Mine)));
  return say(msg::WarpSizes, Source.SizeVariable, listOf(Each));
}

} // namespace musify
