#include "Driver/SeenFiles.h"
#include "Diag/MessageError.h"
#include "Driver/Tree.h"

using namespace llvm;

namespace musify {

static Expected<std::optional<std::string>> readAs(bool IsLink,
                                                   const std::string &Path) {
  return IsLink ? readLinkIfThere(Path) : readIfThere(Path);
}

static std::string hashOf(const std::optional<std::string> &Text) {
  return Text ? contentHash(*Text) : "";
}

Expected<std::optional<std::string>> SeenFiles::read(const std::string &Path,
                                                     bool IsLink) {
  auto Text = readAs(IsLink, inTree(Root, Path));
  if (Text)
    Files[Path] = {IsLink, hashOf(*Text)};
  return Text;
}

Error SeenFiles::check(const std::string &Path) const {
  auto Was = Files.find(Path);
  if (Was == Files.end())
    return Error::success();
  auto Now = readAs(Was->second.IsLink, inTree(Root, Path));
  if (!Now)
    return Now.takeError();
  return hashOf(*Now) == Was->second.Hash ? Error::success()
                                          : errorOf(say(msg::ChangedMeanwhile));
}

} // namespace musify
