#include "Driver/Tree.h"
#include "Diag/MessageError.h"
#include "Edit/Git.h"
#include "Project/Inputs.h"
#include "Support/RealPath.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Errc.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <unistd.h>

using namespace llvm;

namespace musify {

std::string inTree(StringRef Root, StringRef Path) {
  SmallString<256> Whole(Root);
  sys::path::append(Whole, Path);
  return std::string(Whole);
}

StringRef ledgerRoot(const OutputRequest &Request) {
  return Request.LedgerRoot.empty() ? Request.Path : Request.LedgerRoot;
}

std::string copyLedgerRoot(StringRef Directory) {
  auto Line = [&](ArrayRef<StringRef> Args) -> std::string {
    auto Out = runGit(Directory, Args);
    if (!Out) {
      consumeError(Out.takeError());
      return "";
    }
    return Out->Status ? "" : StringRef(Out->Text).rtrim("\n").str();
  };
  std::string Git = Line({"rev-parse", "--git-path", "musify"});
  if (Git.empty())
    return "";
  if (!sys::path::is_absolute(Git))
    Git = inTree(Directory, Git);
  return inTree(Git, Line({"rev-parse", "--show-prefix"}));
}

std::string treePath(const FileResult &F, const OutputRequest &Request) {
  if (!F.NewRelative.empty())
    return F.NewRelative;
  return Request.Rename ? portedFileName(F.Relative, Request.Way) : F.Relative;
}

std::string outputPath(const FileResult &F, const OutputRequest &Request) {
  if (Request.Mode == OutputMode::File)
    return Request.Path;
  StringRef Root = F.Path;
  if (Request.Mode == OutputMode::InPlace && !F.NewRelative.empty() &&
      Root.consume_back(F.Relative))
    return Root.str() + F.NewRelative;
  if (Request.Mode == OutputMode::InPlace)
    return Request.Rename ? portedFileName(F.Path, Request.Way) : F.Path;
  return inTree(Request.Path, treePath(F, Request));
}

Error checkUnchanged(const FileResult &F) {
  auto Now = readIfThere(F.Path);
  if (!Now)
    return Now.takeError();
  if (*Now && **Now == F.OldText && realTarget(F.Path) == F.Path)
    return Error::success();
  return errorOf(say(msg::ChangedDuringRun));
}

// A file system without such locks is no reason to write nothing.
TreeLock::TreeLock(StringRef Root) {
  std::string Tree = realTarget(Root);
  StringRef Above = sys::path::parent_path(Tree);
  while (!Above.empty() && !sys::fs::exists(Above))
    Above = sys::path::parent_path(Above);
  FD = ::open(Above.str().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  while (FD >= 0 && ::flock(FD, LOCK_EX) && errno == EINTR)
    ;
}

TreeLock::~TreeLock() {
  if (FD >= 0)
    ::close(FD);
}

static Expected<std::string> readLink(const std::string &Path) {
  std::error_code EC;
  std::string Target = std::filesystem::read_symlink(Path, EC).string();
  if (EC)
    return errorOf(systemMessage(EC));
  return Target;
}

Expected<TreeLink> treeLink(const OtherResult &Link, const RunResult &Result,
                            const OutputRequest &Request) {
  auto Target = readLink(Link.Path);
  if (!Target)
    return Target.takeError();
  SmallString<256> Real;
  bool LeadsToInput = !sys::fs::real_path(Link.Path, Real) &&
                      any_of(Result.Files, [&](const FileResult &Input) {
                        return Input.Path == Real;
                      });
  if (!Request.Rename || !LeadsToInput)
    return TreeLink{Link.Relative, std::move(*Target)};
  return TreeLink{portedFileName(Link.Relative, Request.Way),
                  portedFileName(*Target, Request.Way)};
}

Error writeLink(StringRef Root, const TreeLink &Link) {
  std::string Path = inTree(Root, Link.Path);
  if (leadsOutside(Path, Root, /*Follow=*/false))
    return errorOf(say(msg::CannotWriteLink, Path, say(msg::LeadsOutOf, Root)));
  if (std::error_code EC = sys::fs::create_directories(
          sys::path::parent_path(Path),
          /*IgnoreExisting=*/true, sys::fs::all_all))
    return errorOf(say(msg::CannotCreate, sys::path::parent_path(Path),
                       systemMessage(EC)));
  auto Old = readLinkIfThere(Path);
  if (!Old)
    return Old.takeError();
  if (*Old == Link.Target)
    return Error::success();
  if (sys::fs::is_symlink_file(Path))
    sys::fs::remove(Path);
  std::error_code EC;
  std::filesystem::create_symlink(Link.Target, Path, EC);
  return EC ? errorOf(say(msg::CannotWriteLink, Path, systemMessage(EC)))
            : Error::success();
}

Expected<std::optional<std::string>> readIfThere(const std::string &Path) {
  auto Buffer = readPlainFile(Path);
  if (Buffer)
    return (*Buffer)->getBuffer().str();
  if (Buffer.getError() == errc::no_such_file_or_directory)
    return std::nullopt;
  return errorOf(say(msg::ProblemOf, Path, systemMessage(Buffer.getError())));
}

Expected<std::optional<std::string>> readLinkIfThere(const std::string &Path) {
  if (sys::fs::is_symlink_file(Path)) {
    auto Target = readLink(Path);
    if (!Target)
      return Target.takeError();
    return std::move(*Target);
  }
  if (sys::fs::exists(Path))
    return "";
  return std::nullopt;
}

Expected<std::optional<Ledger>> findLedger(StringRef Root) {
  std::string Path = inTree(Root, LedgerPath);
  auto Text = readIfThere(Path);
  if (!Text)
    return Text.takeError();
  if (!*Text)
    return std::nullopt;
  auto Found = parseLedger(**Text, Path);
  if (!Found)
    return Found.takeError();
  return std::move(*Found);
}

} // namespace musify
