#include "Scan/Torch.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"

using namespace llvm;

namespace musify {

static constexpr StringLiteral Enums[] = {"Backend", "DeviceType",
                                          "DispatchKey"};
/// Under PyTorch's name and, for the way back, torch_musa's.
static constexpr StringLiteral Classes[] = {"Tensor", "CUDAGeneratorImpl",
                                            "MUSAGeneratorImpl"};

bool isTorchEntry(const std::optional<Entry> &E) {
  return E && E->Library == TorchLibrary;
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
  if (!is_contained(Enums, Last) && !is_contained(Classes, Last))
    return std::nullopt;
  SmallString<64> Whole(Last);
  Whole += "::";
  Whole += Name;
  auto E = T.findName(Whole);
  return isTorchEntry(E) ? E : std::nullopt;
}

std::optional<Entry> findTorchMethod(const Table &T, StringRef Name) {
  for (StringRef Class : Classes)
    if (auto E = findTorchMember(T, Class, Name))
      return E;
  return std::nullopt;
}

bool isTorchMemberName(const Table &T, StringRef Name) {
  return findTorchMethod(T, Name) || any_of(Enums, [&](StringRef Enum) {
           return findTorchMember(T, Enum, Name).has_value();
         });
}

} // namespace musify
