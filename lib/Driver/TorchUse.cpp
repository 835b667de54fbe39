// What the macros and aliases of all files make of PyTorch's names. Macros are
// known by their names alone: one that a header defines is used in sources.
#include "Driver/Stages.h"
#include "Scan/Torch.h"

using namespace llvm;

namespace musify {

/// Adds what the macro does with its parameter, if that is PyTorch's. True if
/// it was not known.
static bool addPass(const MacroPass &P, TorchUse &Use) {
  TorchUse::Parameter Mine{P.Macro.str(), P.Parameter};
  if (P.Callee.empty())
    return Use.Devices.emplace(std::move(Mine), P.Before.str()).second;
  if (isDispatchArgument(P.Callee, P.Argument))
    return Use.Keys.insert(std::move(Mine)).second;
  TorchUse::Parameter Next{P.Callee.str(), P.Argument};
  bool IsNew = Use.Keys.contains(Next) && Use.Keys.insert(Mine).second;
  if (auto It = Use.Devices.find(Next); It != Use.Devices.end())
    IsNew |= Use.Devices.emplace(std::move(Mine), It->second).second;
  return IsNew;
}

TorchUse collectTorchUse(ArrayRef<LoadedFile> Files) {
  TorchUse Use;
  for (const LoadedFile &F : Files) {
    for (StringRef Alias : F.Scan.TorchAliases)
      Use.Aliases.insert(Alias);
    for (StringRef Name : F.Scan.TorchOwn)
      Use.Own.insert(Name);
    for (auto [Class, Method] : F.Scan.TorchNamesakes)
      Use.Namesakes[Method].insert(Class);
    Use.Included |= F.Scan.IncludesTorch;
  }
  bool Changed = true; // a macro may hand on what another one hands on
  while (Changed) {
    Changed = false;
    for (const LoadedFile &F : Files)
      for (const MacroPass &P : F.Scan.MacroPasses)
        Changed |= addPass(P, Use);
  }
  return Use;
}

} // namespace musify
