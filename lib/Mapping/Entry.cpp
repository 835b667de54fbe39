#include "Mapping/Entry.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

static constexpr StringLiteral KindNames[] = {
    "function",  "type",     "enumerator", "macro",     "member",
    "intrinsic", "variable", "header",     "namespace", "library",
    "envvar",    "device",   "attribute"};
static constexpr StringLiteral StatusNames[] = {
    "supported",   "unverified", "partial",
    "unsupported", "unchanged",  "removed-from-cuda"};

StringRef lastPart(StringRef Name) {
  size_t Colons = Name.rfind("::");
  return Colons == StringRef::npos ? Name : Name.drop_front(Colons + 2);
}

StringRef kindName(Kind K) { return KindNames[static_cast<int>(K)]; }
StringRef statusName(Status S) { return StatusNames[static_cast<int>(S)]; }

template <typename E, size_t N>
static std::optional<E> parseName(const StringLiteral (&Names)[N],
                                  StringRef Name) {
  auto *It = find(Names, Name);
  if (It == std::end(Names))
    return std::nullopt;
  return static_cast<E>(It - std::begin(Names));
}

std::optional<Kind> parseKind(StringRef Name) {
  return parseName<Kind>(KindNames, Name);
}
std::optional<Status> parseStatus(StringRef Name) {
  return parseName<Status>(StatusNames, Name);
}

} // namespace musify
