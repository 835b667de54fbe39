#include "Driver/Port.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

static std::string outputPath(const FileResult &F, const OutputRequest &R) {
  if (R.Mode == OutputMode::File)
    return R.Path;
  if (R.Mode == OutputMode::InPlace)
    return R.Rename ? musaFileName(F.Path) : F.Path;
  SmallString<256> Path(R.Path);
  sys::path::append(Path, R.Rename ? musaFileName(F.Relative) : F.Relative);
  return std::string(Path);
}

static Error checkCollisions(const RunResult &Result,
                             const OutputRequest &Request) {
  StringMap<StringRef> First;
  for (const FileResult &F : Result.Files) {
    std::string Path = outputPath(F, Request);
    auto [It, IsNew] = First.try_emplace(Path, F.Shown);
    if (!IsNew)
      return createStringError(inconvertibleErrorCode(),
                               "`" + It->second + "` and `" + F.Shown +
                                   "` would both be written to `" + Path +
                                   "`; nothing was written");
    bool Moves = Request.Mode == OutputMode::InPlace && Path != F.Path;
    if (Moves && sys::fs::exists(Path))
      return createStringError(inconvertibleErrorCode(),
                               "`" + F.Shown + "` would become `" + Path +
                                   "`, which exists; nothing was written");
  }
  return Error::success();
}

static Error writeOne(const FileResult &F, const std::string &Path,
                      const OutputRequest &Request) {
  auto NewText = applyEdits(F.OldText, F.Plan);
  if (!NewText)
    return NewText.takeError();
  bool InPlace = Request.Mode == OutputMode::InPlace;
  if (InPlace && Path == F.Path)
    return *NewText == F.OldText
               ? Error::success()
               : writeFileAtomically(Path, *NewText, Request.BackupSuffix);
  if (StringRef Folder = sys::path::parent_path(Path); !Folder.empty())
    if (std::error_code EC = sys::fs::create_directories(Folder))
      return createStringError(EC, "cannot create folder `" + Folder +
                                       "`: " + EC.message());
  if (Error E = writeFileAtomically(Path, *NewText))
    return E;
  if (auto Mode = sys::fs::getPermissions(F.Path))
    if (std::error_code EC = sys::fs::setPermissions(Path, *Mode))
      return createStringError(EC, "cannot set the permissions of `" + Path +
                                       "`: " + EC.message());
  if (!InPlace)
    return Error::success();
  // Renamed in place: the old file goes last, so that nothing can be lost.
  if (!Request.BackupSuffix.empty())
    return errorCodeToError(
        sys::fs::rename(F.Path, F.Path + Request.BackupSuffix));
  return errorCodeToError(sys::fs::remove(F.Path));
}

Error writeOutputs(RunResult &Result, const OutputRequest &Request) {
  if (Request.Mode == OutputMode::Diff)
    return Error::success();
  if (Error E = checkCollisions(Result, Request))
    return E;
  for (FileResult &F : Result.Files) {
    std::string Path = outputPath(F, Request);
    if (Error E = writeOne(F, Path, Request)) {
      Result.Skipped.push_back({F.Shown, toString(std::move(E)), true});
      F.WriteFailed = true;
    } else {
      F.OutputPath = Path;
    }
  }
  return Error::success();
}

} // namespace musify
