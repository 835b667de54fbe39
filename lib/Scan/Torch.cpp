#include "Scan/Torch.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"

using namespace llvm;

namespace musify {

bool isTorchEntry(const std::optional<Entry> &E) {
  return E && E->Library == torch().Table;
}

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

std::optional<Entry> findTorchMember(const Table &T, StringRef Scope,
                                     StringRef Name) {
  size_t Colons = Scope.rfind("::");
  StringRef Last =
      Colons == StringRef::npos ? Scope : Scope.drop_front(Colons + 2);
  if (!is_contained(torch().Enums, Last) &&
      !is_contained(torch().Classes, Last))
    return std::nullopt;
  SmallString<64> Whole(Last);
  Whole += "::";
  Whole += Name;
  auto E = T.findName(Whole);
  return isTorchEntry(E) ? E : std::nullopt;
}

std::optional<Entry> findTorchMethod(const Table &T, StringRef Name) {
  for (StringRef Class : torch().Classes)
    if (auto E = findTorchMember(T, Class, Name))
      return E;
  return std::nullopt;
}

bool isTorchMemberName(const Table &T, StringRef Name) {
  return findTorchMethod(T, Name) || any_of(torch().Enums, [&](StringRef Enum) {
           return findTorchMember(T, Enum, Name).has_value();
         });
}

} // namespace musify
