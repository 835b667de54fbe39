#include "Driver/Port.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <filesystem>

using namespace llvm;

namespace musify {

static std::string outputPath(const FileResult &F, const OutputRequest &R) {
  if (R.Mode == OutputMode::File)
    return R.Path;
  if (R.Mode == OutputMode::InPlace)
    return R.Rename ? portedFileName(F.Path, R.Way) : F.Path;
  SmallString<256> Path(R.Path);
  sys::path::append(Path,
                    R.Rename ? portedFileName(F.Relative, R.Way) : F.Relative);
  return std::string(Path);
}

/// Where a file or link that is no input lies in a complete tree.
static std::string otherPath(const OtherResult &F, const OutputRequest &R) {
  SmallString<256> Path(R.Path);
  sys::path::append(Path, F.Relative);
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
  for (const OtherResult &F : Result.Others) {
    std::string Path = otherPath(F, Request);
    auto [It, IsNew] = First.try_emplace(Path, F.Shown);
    if (!IsNew)
      return createStringError(inconvertibleErrorCode(),
                               "`" + It->second + "` and `" + F.Shown +
                                   "` would both be written to `" + Path +
                                   "`; nothing was written");
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

static Error copyLink(const OtherResult &F, const std::string &Path,
                      const OutputRequest &Request, const RunResult &Result) {
  std::error_code EC;
  std::string Target = std::filesystem::read_symlink(F.Path, EC).string();
  if (EC)
    return createStringError(EC, EC.message());
  SmallString<256> Real;
  // A link to a file that got another name follows it.
  bool LeadsToInput = !sys::fs::real_path(F.Path, Real) &&
                      any_of(Result.Files, [&](const FileResult &Input) {
                        return Input.Path == Real;
                      });
  bool Follows = Request.Rename && LeadsToInput;
  std::string NewTarget =
      Follows ? portedFileName(Target, Request.Way) : Target;
  std::string NewPath = Follows ? portedFileName(Path, Request.Way) : Path;
  if (sys::fs::is_symlink_file(NewPath)) {
    if (std::filesystem::read_symlink(NewPath, EC) == NewTarget)
      return Error::success();
    sys::fs::remove(NewPath);
  }
  std::filesystem::create_symlink(NewTarget, NewPath, EC);
  return EC ? createStringError(EC, "cannot write link `" + NewPath +
                                        "`: " + EC.message())
            : Error::success();
}

static Error copyOther(const OtherResult &F, const std::string &Path,
                       const OutputRequest &Request, const RunResult &Result) {
  if (std::error_code EC =
          sys::fs::create_directories(sys::path::parent_path(Path)))
    return createStringError(EC, "cannot create its folder: " + EC.message());
  if (F.IsLink)
    return copyLink(F, Path, Request, Result);
  auto Buffer = MemoryBuffer::getFile(F.Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return createStringError(Buffer.getError(), Buffer.getError().message());
  if (Error E = writeFileAtomically(Path, (*Buffer)->getBuffer()))
    return E;
  auto Mode = sys::fs::getPermissions(F.Path);
  if (!Mode)
    return createStringError(Mode.getError(), Mode.getError().message());
  if (std::error_code EC = sys::fs::setPermissions(Path, *Mode))
    return createStringError(EC, EC.message());
  return Error::success();
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
  // Folders that links lead to are written above if inputs lie in them.
  for (OtherResult &F : Result.Others) {
    std::string Path = otherPath(F, Request);
    if (F.IsLink && sys::fs::is_directory(Path) &&
        !sys::fs::is_symlink_file(Path))
      continue;
    if (Error E = copyOther(F, Path, Request, Result))
      Result.Skipped.push_back({F.Shown, toString(std::move(E)), true});
    else
      F.Copied = true;
  }
  return Error::success();
}

} // namespace musify
