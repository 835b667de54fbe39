#include "Scan/CudaNames.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

static const Platform &from(Direction Way) {
  if (Way == Direction::CudaToMusa)
    return sourcePlatform();
  return targetPlatform();
}

static const Platform &to(Direction Way) {
  if (Way == Direction::CudaToMusa)
    return targetPlatform();
  return sourcePlatform();
}

bool looksLikeCuda(StringRef Name) {
  return sourcePlatform().Prefixes.fit(Name);
}

bool looksLikeSource(Direction Way, StringRef Name) {
  return from(Way).Prefixes.fit(Name);
}

bool looksLikeFragment(Direction Way, StringRef Name) {
  return from(Way).Prefixes.fitFragment(Name);
}

StringRef sourceSide(Direction Way) { return from(Way).Name; }
StringRef targetSide(Direction Way) { return to(Way).Name; }

bool looksLikeSdkHeader(StringRef Path, Direction Way) {
  return Path.ends_with(".h") && !Path.contains('/') &&
         from(Way).SdkHeaders.contains(Path);
}

bool isCompilersMacro(StringRef Name) {
  auto IsOf = [&](const Platform &P) {
    return llvm::is_contained(P.Macros.Compiler, Name) ||
           Name == P.Macros.Architecture || P.Macros.Own.contains(Name);
  };
  return IsOf(sourcePlatform()) || IsOf(targetPlatform());
}

bool isLibraryNamespace(const Entry &E) {
  StringRef Name = sourcePlatform().NamespaceName;
  return E.K == Kind::Namespace && (E.From == Name || E.To == Name);
}

const Entry *findNamespace(const Table &Names, StringRef Name) {
  auto E = Names.find(Space::Namespace, Name);
  return E && !isLibraryNamespace(*E) ? E : nullptr;
}

} // namespace musify
