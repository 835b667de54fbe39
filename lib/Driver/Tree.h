//===- Tree.h - A mirrored tree, as `port -o DIR` lays it out ---*- C++ -*-===//
#ifndef MUSIFY_DRIVER_TREE_H
#define MUSIFY_DRIVER_TREE_H

#include "Driver/Port.h"
#include "Update/Ledger.h"
#include <map>
#include <optional>
#include <string>

namespace musify {

/// `Path` below the folder `Root`.
std::string inTree(llvm::StringRef Root, llvm::StringRef Path);

/// Where a file lies in the tree, below its root, with `/`.
std::string treePath(const FileResult &F, const OutputRequest &Request);

/// Where `.musify/` is.
llvm::StringRef ledgerRoot(const OutputRequest &Request);

/// Where the ledger of copies is kept that a port writes beside the files of
/// `Directory`: in the directory of git, so that no project has it among its
/// files. "" if none is there.
std::string copyLedgerRoot(llvm::StringRef Directory);

/// Where a file's new text goes; not for a diff.
std::string outputPath(const FileResult &F, const OutputRequest &Request);

/// Fails if the file is not what was read any more: what somebody saved during
/// the run would be lost, and the port is of another text.
llvm::Error checkUnchanged(const FileResult &F);

/// Held while a run reads and writes what a tree remembers: of two at once, one
/// would lose the entries of the other. The lock is on the folder above, since
/// that of the tree may not be there yet.
class TreeLock {
public:
  explicit TreeLock(llvm::StringRef Root);
  TreeLock(const TreeLock &) = delete;
  TreeLock &operator=(const TreeLock &) = delete;
  ~TreeLock();

private:
  int FD = -1;
};

/// A link as it stands in the tree: a link to a file that is renamed follows
/// it, and is renamed as well.
struct TreeLink {
  std::string Path; ///< below the root of the tree
  std::string Target;
};
llvm::Expected<TreeLink> treeLink(const OtherResult &Link,
                                  const RunResult &Result,
                                  const OutputRequest &Request);

/// True if one of the files, by path in the tree, lies below `Path`.
template <typename File>
bool isFolder(const std::map<std::string, File> &Files,
              const std::string &Path) {
  auto Next = Files.lower_bound(Path + "/");
  return Next != Files.end() &&
         llvm::StringRef(Next->first).starts_with(Path + "/");
}

/// Makes the link in the tree at `Root`, in place of a link of that name.
llvm::Error writeLink(llvm::StringRef Root, const TreeLink &Link);

/// A file's bytes; none if it is not there.
llvm::Expected<std::optional<std::string>> readIfThere(const std::string &Path);

/// What `ledgerLink` has the hash of: where a link leads, "" if something else
/// is there; none if nothing is.
llvm::Expected<std::optional<std::string>>
readLinkIfThere(const std::string &Path);

/// The ledger of the tree at `Root`; none if it has no ledger.
llvm::Expected<std::optional<Ledger>> findLedger(llvm::StringRef Root);

} // namespace musify

#endif // MUSIFY_DRIVER_TREE_H
