#include "Scan/Torch.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"

using namespace llvm;

namespace musify {

bool isTorchEntry(const Entry *E) { return E && E->Library == torch().Table; }

bool isTorchStableHeader(StringRef Path) {
  return torch().StableHeaders.contains(Path);
}

bool isTorchHeader(StringRef Path) {
  return torch().Headers.contains(Path) && !isTorchStableHeader(Path);
}

bool isDispatchArgument(StringRef Macro, unsigned Index) {
  return Index == 1 && torch().Dispatch.contains(Macro);
}

bool isTorchNamespace(StringRef Name) {
  return torch().Namespaces.contains(Name);
}

const Entry *findTorchMember(const Table &T, StringRef Scope, StringRef Name) {
  StringRef Last = lastPart(Scope);
  if (!is_contained(torch().Enums, Last) &&
      !is_contained(torch().Classes, Last))
    return nullptr;
  SmallString<64> Whole(Last);
  Whole += "::";
  Whole += Name;
  auto E = T.findName(Whole);
  return isTorchEntry(E) ? E : nullptr;
}

const Entry *findTorchMethod(const Table &T, StringRef Name) {
  for (StringRef Class : torch().Classes)
    if (auto E = findTorchMember(T, Class, Name))
      return E;
  return nullptr;
}

bool isTorchMemberName(const Table &T, StringRef Name) {
  return findTorchMethod(T, Name) || any_of(torch().Enums, [&](StringRef Enum) {
           return findTorchMember(T, Enum, Name) != nullptr;
         });
}

} // namespace musify
