#include "Audit/Coverage.h"
#include "Platform/Platform.h"
#include "Scan/CudaNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

bool isSpelledWithCuda(StringRef Member) {
  const SourcePlatform &Cuda = sourcePlatform();
  return Cuda.Sdk.Words.contains(Member.lower()) ||
         (Member.consume_front(Cuda.Prefixes.Driver) && !Member.empty() &&
          isUpper(Member[0]));
}

bool hasKnownNamespace(StringRef Name, const Table &Names) {
  while (Name.contains("::")) {
    Name = Name.rsplit("::").first;
    if (findNamespace(Names, Name))
      return true;
  }
  return false;
}

} // namespace

StringRef groupOf(StringRef Header) {
  ArrayRef<HeaderGroup> Groups = sourcePlatform().Sdk.Groups;
  auto *Found = find_if(Groups, [&](const HeaderGroup &G) {
    return Header.starts_with(G.Begins);
  });
  return Found == Groups.end() ? "other" : StringRef(Found->Group);
}

bool isKnown(const SdkName &Name, const Table &Names) {
  if (Name.K == Kind::Header)
    return Names.findHeader(Name.Name) != nullptr;
  if (Names.find(spaceOf(Name.K), Name.Name) ||
      hasKnownNamespace(Name.Name, Names))
    return true;
  if (Name.K != Kind::Member)
    return false;
  auto [Struct, Member] = StringRef(Name.Name).rsplit("::");
  return Names.findName(Struct) && !isSpelledWithCuda(Member);
}

std::vector<SdkName> missingNames(const SdkNames &Sdk, const Table &Names) {
  std::vector<SdkName> Missing;
  copy_if(Sdk.Names, std::back_inserter(Missing),
          [&](const SdkName &N) { return !isKnown(N, Names); });
  return Missing;
}

} // namespace musify
