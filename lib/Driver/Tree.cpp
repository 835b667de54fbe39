#include "Driver/Tree.h"
#include "Project/Inputs.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Errc.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <filesystem>

using namespace llvm;

namespace musify {

std::string inTree(StringRef Root, StringRef Path) {
  SmallString<256> Whole(Root);
  sys::path::append(Whole, Path);
  return std::string(Whole);
}

std::string treePath(const FileResult &F, const OutputRequest &Request) {
  if (!F.NewRelative.empty())
    return F.NewRelative;
  return Request.Rename ? portedFileName(F.Relative, Request.Way) : F.Relative;
}

static Expected<std::string> readLink(const std::string &Path) {
  std::error_code EC;
  std::string Target = std::filesystem::read_symlink(Path, EC).string();
  if (EC)
    return createStringError(EC, EC.message());
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
  if (std::error_code EC =
          sys::fs::create_directories(sys::path::parent_path(Path)))
    return createStringError(EC,
                             "cannot create its directory: " + EC.message());
  auto Old = readLinkIfThere(Path);
  if (!Old)
    return Old.takeError();
  if (*Old == Link.Target)
    return Error::success();
  if (sys::fs::is_symlink_file(Path))
    sys::fs::remove(Path);
  std::error_code EC;
  std::filesystem::create_symlink(Link.Target, Path, EC);
  return EC ? createStringError(EC, "cannot write link `" + Path +
                                        "`: " + EC.message())
            : Error::success();
}

Expected<std::optional<std::string>> readIfThere(const std::string &Path) {
  auto Buffer = readPlainFile(Path);
  if (Buffer)
    return (*Buffer)->getBuffer().str();
  if (Buffer.getError() == errc::no_such_file_or_directory)
    return std::nullopt;
  return createStringError(Buffer.getError(),
                           Path + ": " + Buffer.getError().message());
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
