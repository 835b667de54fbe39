//===- FileList.h - Files that other files name by their ends ---*- C++ -*-===//
#ifndef MUSIFY_PROJECT_FILELIST_H
#define MUSIFY_PROJECT_FILELIST_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>
#include <vector>

namespace musify {

/// Files of a tree, by path.
class FileList {
public:
  explicit FileList(llvm::ArrayRef<std::string> Paths);
  /// True if a file's path ends with the parts of `Name`.
  bool has(llvm::StringRef Name) const;

private:
  std::map<std::string, std::vector<std::string>> ByName;
};

} // namespace musify

#endif // MUSIFY_PROJECT_FILELIST_H
