#include "Driver/Port.h"
#include "Edit/FileBatch.h"
#include "Update/Ledger.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <filesystem>

using namespace llvm;

namespace musify {

std::string treePath(const FileResult &F, const OutputRequest &R) {
  return R.Rename ? portedFileName(F.Relative, R.Way) : F.Relative;
}

static std::string inTree(StringRef Path, const OutputRequest &R) {
  SmallString<256> Whole(R.Path);
  sys::path::append(Whole, Path);
  return std::string(Whole);
}

static std::string outputPath(const FileResult &F, const OutputRequest &R) {
  if (R.Mode == OutputMode::File)
    return R.Path;
  if (R.Mode == OutputMode::InPlace)
    return R.Rename ? portedFileName(F.Path, R.Way) : F.Path;
  return inTree(treePath(F, R), R);
}

/// Where a file or link that is no input lies in a complete tree.
static std::string otherPath(const OtherResult &F, const OutputRequest &R) {
  return inTree(F.Relative, R);
}

static Error checkCollisions(const RunResult &Result,
                             const OutputRequest &Request) {
  StringMap<StringRef> First;
  auto Claim = [&](StringRef Path, StringRef Shown) -> Error {
    auto [It, IsNew] = First.try_emplace(Path, Shown);
    if (IsNew)
      return Error::success();
    return createStringError(inconvertibleErrorCode(),
                             "`" + It->second + "` and `" + Shown +
                                 "` would both be written to `" + Path +
                                 "`; nothing was written");
  };
  for (const FileResult &F : Result.Files) {
    std::string Path = outputPath(F, Request);
    if (Error E = Claim(Path, F.Shown))
      return E;
    bool Moves = Request.Mode == OutputMode::InPlace && Path != F.Path;
    if (Moves && sys::fs::exists(Path))
      return createStringError(inconvertibleErrorCode(),
                               "`" + F.Shown + "` would become `" + Path +
                                   "`, which exists; nothing was written");
  }
  for (const OtherResult &F : Result.Others)
    if (Error E = Claim(otherPath(F, Request), F.Shown))
      return E;
  return Error::success();
}

namespace {

/// What is to be done when the files of a batch are in their places.
struct Pending {
  FileResult *File = nullptr; ///< one of the two, or none for the ledger
  OtherResult *Other = nullptr;
  std::string Path;
};

} // namespace

static Error stage(const FileResult &F, const std::string &Path,
                   const OutputRequest &Request, FileBatch &Batch) {
  auto NewText = applyEdits(F.OldText, F.Plan);
  if (!NewText)
    return NewText.takeError();
  if (Request.Mode == OutputMode::InPlace && Path == F.Path)
    return Batch.add(Path, *NewText, Request.BackupSuffix);
  auto Mode = sys::fs::getPermissions(F.Path);
  if (!Mode)
    return createStringError(Mode.getError(), Mode.getError().message());
  return Batch.add(Path, *NewText, "", *Mode);
}

/// Renamed in place: the old file goes last, so that nothing can be lost.
static Error removeOld(const FileResult &F, const std::string &Path,
                       const OutputRequest &Request) {
  if (Request.Mode != OutputMode::InPlace || Path == F.Path)
    return Error::success();
  if (!Request.BackupSuffix.empty())
    return errorCodeToError(
        sys::fs::rename(F.Path, F.Path + Request.BackupSuffix));
  return errorCodeToError(sys::fs::remove(F.Path));
}

static Error copyLink(const OtherResult &F, const std::string &Path,
                      const OutputRequest &Request, const RunResult &Result) {
  if (std::error_code EC =
          sys::fs::create_directories(sys::path::parent_path(Path)))
    return createStringError(EC, "cannot create its folder: " + EC.message());
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

/// Adds the ledger, and below it the files as they are written.
static Error stageLedger(const RunResult &Result, const OutputRequest &Request,
                         FileBatch &Batch, std::vector<Pending> &Staged) {
  auto Add = [&](std::string Path, StringRef Text) -> Error {
    Path = inTree(Path, Request);
    if (Error E = Batch.add(Path, Text))
      return E;
    Staged.push_back({nullptr, nullptr, Path});
    return Error::success();
  };
  Ledger L;
  L.ToolVersion = Result.ToolVersion;
  L.Tables = Request.Tables;
  for (const FileResult &F : Result.Files) {
    if (F.WriteFailed)
      continue;
    auto Text = applyEdits(F.OldText, F.Plan);
    if (!Text)
      return Text.takeError();
    std::string Path = treePath(F, Request);
    L.Files[Path] = ledgerFile(F, *Text);
    if (Error E = Add((LedgerBase + Path).str(), *Text))
      return E;
  }
  for (const OtherResult &F : Result.Others)
    if (auto Text = MemoryBuffer::getFile(F.Path); !F.IsLink && Text)
      L.Files[F.Relative] = ledgerCopy(F.Relative, (*Text)->getBuffer());
  return Add(LedgerPath.str(), formatLedger(L));
}

static Error stageCopy(const OtherResult &F, const std::string &Path,
                       FileBatch &Batch) {
  auto Buffer = MemoryBuffer::getFile(F.Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return createStringError(Buffer.getError(), Buffer.getError().message());
  auto Mode = sys::fs::getPermissions(F.Path);
  if (!Mode)
    return createStringError(Mode.getError(), Mode.getError().message());
  return Batch.add(Path, (*Buffer)->getBuffer(), "", *Mode);
}

Error writeOutputs(RunResult &Result, const OutputRequest &Request) {
  if (Request.Mode == OutputMode::Diff)
    return Error::success();
  if (Error E = checkCollisions(Result, Request))
    return E;
  FileBatch Batch;
  std::vector<Pending> Staged; ///< as the files of `Batch`
  auto Failed = [&](StringRef Shown, Error E) {
    Result.Skipped.push_back({Shown.str(), toString(std::move(E)), true});
  };
  for (FileResult &F : Result.Files) {
    std::string Path = outputPath(F, Request);
    bool Stays = Request.Mode == OutputMode::InPlace && Path == F.Path &&
                 F.Plan.Edits.empty();
    if (Stays) {
      F.OutputPath = Path;
    } else if (Error E = stage(F, Path, Request, Batch)) {
      Failed(F.Shown, std::move(E));
      F.WriteFailed = true;
    } else {
      Staged.push_back({&F, nullptr, Path});
    }
  }
  for (OtherResult &F : Result.Others) {
    std::string Path = otherPath(F, Request);
    if (F.IsLink)
      continue;
    if (Error E = stageCopy(F, Path, Batch))
      Failed(F.Shown, std::move(E));
    else
      Staged.push_back({nullptr, &F, Path});
  }
  if (Request.Mode == OutputMode::Tree && Request.KeepsLedger)
    if (Error E = stageLedger(Result, Request, Batch, Staged))
      return E;
  Batch.commit([&](size_t Index, Error E) {
    Pending &P = Staged[Index];
    if (!E && P.File)
      E = removeOld(*P.File, P.Path, Request);
    if (E) {
      Failed(P.File    ? P.File->Shown
             : P.Other ? P.Other->Shown
                       : P.Path,
             std::move(E));
      if (P.File)
        P.File->WriteFailed = true;
    } else if (P.File) {
      P.File->OutputPath = P.Path;
    } else if (P.Other) {
      P.Other->Copied = true;
    }
  });
  // Folders that links lead to are there by now if inputs lie in them.
  for (OtherResult &F : Result.Others) {
    std::string Path = otherPath(F, Request);
    if (!F.IsLink ||
        (sys::fs::is_directory(Path) && !sys::fs::is_symlink_file(Path)))
      continue;
    if (Error E = copyLink(F, Path, Request, Result))
      Failed(F.Shown, std::move(E));
    else
      F.Copied = true;
  }
  return Error::success();
}

} // namespace musify
