//===- SeenFiles.h - What a tree had when files were decided ----*- C++ -*-===//
#ifndef MUSIFY_DRIVER_SEENFILES_H
#define MUSIFY_DRIVER_SEENFILES_H

#include "llvm/Support/Error.h"
#include <map>
#include <optional>
#include <string>

namespace musify {

/// Files and links of a tree by their paths in it. What somebody does to one
/// between `read` and `check` is noticed; a `FileBatch` does so from its `add`
/// on.
class SeenFiles {
public:
  explicit SeenFiles(std::string Root) : Root(std::move(Root)) {}

  /// The text, or where the link leads; none if nothing is there.
  llvm::Expected<std::optional<std::string>> read(const std::string &Path,
                                                  bool IsLink);
  /// Fails if that is no longer so. A path that was not read may change.
  llvm::Error check(const std::string &Path) const;

private:
  struct Seen {
    bool IsLink;
    std::string Hash; ///< empty: nothing was there
  };
  std::string Root;
  std::map<std::string, Seen> Files;
};

} // namespace musify

#endif // MUSIFY_DRIVER_SEENFILES_H
