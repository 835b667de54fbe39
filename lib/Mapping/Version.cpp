#include "Mapping/Version.h"
#include "Platform/Platform.h"

using namespace llvm;

namespace musify {

std::optional<VersionTuple> parseVersion(StringRef Text) {
  VersionTuple Version;
  if (Version.tryParse(Text))
    return std::nullopt;
  return Version;
}

std::optional<unsigned> parseArch(StringRef Text) {
  unsigned Number;
  if (!Text.consume_front(targetPlatform().Compiler.ArchitecturePrefix) ||
      Text.getAsInteger(10, Number))
    return std::nullopt;
  return Number;
}

} // namespace musify
