#include "Driver/Undo.h"
#include "Diag/MessageError.h"
#include "Driver/Tree.h"
#include "Edit/Git.h"
#include "Project/Paths.h"
#include "Support/RealPath.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

/// True if `Path` is in a directory that says it is git's. One without anything
/// in its `.git` is not.
static bool isInRepository(StringRef Path) {
  auto Disk = vfs::getRealFileSystem();
  std::string Root =
      gitRoot(realPath(Path, absolutePath(".", *Disk), *Disk), *Disk);
  if (Root.empty())
    return false;
  std::error_code EC;
  sys::fs::directory_iterator First(Root + "/.git", EC);
  return EC || First != sys::fs::directory_iterator();
}

static Message firstAndMore(StringRef First, size_t More) {
  Message What = say(msg::Note, First);
  return More ? say(msg::FirstAndMore, What, More) : What;
}

/// From lines of `git status`.
static Message changesIn(StringRef Text) {
  return firstAndMore(Text.split('\n').first.drop_front(3), Text.count('\n'));
}

/// Of absolute paths: those that git ignores below `Root`, relative to it.
static Expected<std::vector<std::string>> ignoredOf(ArrayRef<std::string> Paths,
                                                    StringRef Root) {
  std::vector<std::string> Out;
  if (Paths.empty())
    return Out;
  auto Ignored = ignoredPaths(Root);
  if (!Ignored)
    return Ignored.takeError();
  std::string Above = realTarget(Root) + "/";
  for (StringRef Path : Paths)
    if (llvm::any_of(*Ignored, [&](StringRef Each) {
          return Each.ends_with("/") ? Path.starts_with(Each) : Path == Each;
        })) {
      Path.consume_front(Above);
      Out.push_back(Path.str());
    }
  return Out;
}

Error checkCommitted(const std::string &Path) {
  bool IsDirectory = sys::fs::is_directory(Path);
  StringRef Name = IsDirectory ? "." : sys::path::filename(Path);
  std::string Root = IsDirectory ? Path : sys::path::parent_path(Path).str();
  auto Status = uncommittedChanges(Root.empty() ? "." : Root, Name);
  Message Problem;
  if (!Status)
    Problem = messageOf(Status.takeError());
  else if (Status->Status != 0)
    Problem = say(msg::ProblemOf, "git status",
                  StringRef(Status->Said).trim().split('\n').first);
  if (Problem && isInRepository(Path))
    return errorOf(say(msg::GitStateUnknown, Path, Problem));
  StringRef Text = Problem ? "" : StringRef(Status->Text).rtrim();
  if (Text.empty())
    return Error::success();
  return errorOf(say(msg::NotCommitted, Path, changesIn(Text)));
}

Error checkNoneIgnored(const std::string &Path, const RunResult &Result,
                       const OutputRequest &Request) {
  // Of a file, all is known before the work.
  if (!sys::fs::is_directory(Path))
    return Error::success();
  std::vector<std::string> Changed;
  for (const FileResult &F : Result.Files)
    if (!F.Plan.Edits.empty() || outputPath(F, Request) != F.Path)
      Changed.push_back(F.Path);
  auto Ignored = ignoredOf(Changed, Path);
  if (!Ignored)
    // A path in no repository is there without git, too.
    return isInRepository(Path)
               ? Ignored.takeError()
               : (consumeError(Ignored.takeError()), Error::success());
  if (Ignored->empty())
    return Error::success();
  return errorOf(say(msg::NotCommitted, Path,
                     firstAndMore(Ignored->front(), Ignored->size() - 1)));
}

Error checkTreeIsClean(StringRef Root) {
  auto Status = uncommittedChanges(Root, ".");
  if (!Status)
    return Status.takeError();
  if (Status->Status != 0)
    return errorOf(say(msg::TreeNotInGit, Root));
  StringRef Text = StringRef(Status->Text).rtrim();
  if (Text.empty())
    return Error::success();
  return errorOf(say(msg::TreeNotCommitted, Root, changesIn(Text)));
}

Error checkNoneIgnored(StringRef Root, const Ledger &Old) {
  std::string Real = realTarget(Root);
  std::vector<std::string> Kept = {inTree(Real, LedgerPath)};
  for (const auto &[Path, File] : Old.Files) {
    if (File.IsLink)
      continue;
    auto Text = readIfThere(inTree(Real, Path));
    if (!Text)
      return Text.takeError();
    if (*Text && contentHash(**Text) != File.OutputHash)
      Kept.push_back(inTree(Real, Path));
  }
  auto Ignored = ignoredOf(Kept, Root);
  if (!Ignored)
    return Ignored.takeError();
  if (Ignored->empty())
    return Error::success();
  return errorOf(say(msg::TreeNotCommitted, Root,
                     firstAndMore(Ignored->front(), Ignored->size() - 1)));
}

} // namespace musify
