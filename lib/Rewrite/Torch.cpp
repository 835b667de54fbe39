#include "Rewrite/Torch.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"

using namespace llvm;

namespace musify {

static constexpr StringLiteral MemberScopes[] = {"Backend", "DeviceType",
                                                 "DispatchKey", TensorScope};

bool isTorchEntry(const std::optional<Entry> &E) {
  return E && E->Library == "pytorch";
}

bool isTorchHeader(StringRef Path) {
  static constexpr StringLiteral Folders[] = {"ATen/", "c10/", "torch/", "TH/",
                                              "THC/"};
  return any_of(Folders, [&](StringRef F) { return Path.starts_with(F); });
}

bool isTorchNamespace(StringRef Name) {
  return Name == "at" || Name == "c10" || Name == "torch";
}

std::optional<Entry> findTorchMember(const Table &T, StringRef Scope,
                                     StringRef Name) {
  size_t Colons = Scope.rfind("::");
  StringRef Last =
      Colons == StringRef::npos ? Scope : Scope.drop_front(Colons + 2);
  if (!is_contained(MemberScopes, Last))
    return std::nullopt;
  SmallString<64> Whole(Last);
  Whole += "::";
  Whole += Name;
  auto E = T.findName(Whole);
  return isTorchEntry(E) ? E : std::nullopt;
}

bool isTorchMemberName(const Table &T, StringRef Name) {
  return any_of(MemberScopes, [&](StringRef Scope) {
    return findTorchMember(T, Scope, Name).has_value();
  });
}

} // namespace musify
