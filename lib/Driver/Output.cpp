//===- Output.cpp - Where the results of a port are written ---------------===//
//
//   files ─ new text ─┬─ batch ─ check against the tree ─ commit ─ links
//   copies ───────────┘    │
//                      ledger (of a tree)
//
//===----------------------------------------------------------------------===//
#include "Diag/MessageError.h"
#include "Driver/Port.h"
#include "Driver/Tree.h"
#include "Edit/FileBatch.h"
#include "Report/Summary.h"
#include "Support/RealPath.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

Error checkCollisions(const RunResult &Result, const OutputRequest &Request) {
  StringMap<StringRef> First;
  auto Claim = [&](StringRef Path, StringRef Shown) -> Error {
    auto [It, IsNew] = First.try_emplace(Path, Shown);
    if (IsNew)
      return Error::success();
    return errorOf(say(msg::TwoOutputs, It->second, Shown, Path));
  };
  for (const FileResult &F : Result.Files) {
    std::string Path = outputPath(F, Request);
    if (Error E = Claim(Path, F.Shown))
      return E;
    // Over its own text, which --in-place would ask git about.
    if (Request.Mode == OutputMode::File && realTarget(Path) == F.Path)
      return errorOf(say(msg::ReportOverInput, "-o", Path));
    bool Moves = Request.Mode == OutputMode::InPlace && Path != F.Path;
    if (Moves && sys::fs::exists(Path))
      return errorOf(say(msg::OutputExists, F.Shown, Path));
    if (Moves && !Request.BackupSuffix.empty() &&
        sys::fs::exists(F.Path + Request.BackupSuffix))
      return errorOf(say(msg::BackupExists, F.Path + Request.BackupSuffix));
  }
  for (const OtherResult &F : Result.Others)
    if (Error E = Claim(inTree(Request.Path, F.Relative), F.Shown))
      return E;
  return Error::success();
}

/// Renamed in place: the old file goes last, so that nothing can be lost.
Error removeOld(const FileResult &F, const std::string &Path,
                const OutputRequest &Request) {
  if (Request.Mode != OutputMode::InPlace || Path == F.Path || F.IsCopy)
    return Error::success();
  if (Error E = checkUnchanged(F)) {
    sys::fs::remove(Path); // of a text that is no more
    return E;
  }
  if (Request.BackupSuffix.empty())
    return errorCodeToError(sys::fs::remove(F.Path));
  std::string Backup = F.Path + Request.BackupSuffix;
  sys::fs::file_status There;
  if (!sys::fs::status(Backup, There, /*follow=*/false))
    return errorOf(
        say(msg::BackupFails, Backup,
            systemMessage(std::make_error_code(std::errc::file_exists))));
  return errorCodeToError(sys::fs::rename(F.Path, Backup));
}

class OutputWriter {
public:
  OutputWriter(RunResult &Result, const OutputRequest &Request)
      : Result(Result), Request(Request),
        Batch(Request.Mode == OutputMode::Tree ? Request.Path : "") {}

  Error run();

private:
  /// What is to be done when the files of a batch are in their places.
  struct Pending {
    FileResult *File = nullptr; ///< one of the two, or none for the ledger
    OtherResult *Other = nullptr;
    std::string Path;
  };

  bool isTree() const { return Request.Mode == OutputMode::Tree; }
  /// True if the ledger has the file.
  bool isKept(const FileResult &F) const {
    return isTree() || (Request.KeepsLedger && F.IsCopy);
  }
  void stageFile(FileResult &F);
  Error stage(FileResult &F, const std::string &Path);
  static void noteHardLinks(FileResult &F);
  Error stageCopy(OtherResult &F);
  void addLink(OtherResult &F);
  Error stageForLedger(const std::string &Path, StringRef Text);
  Error readOldLedger();
  Error stageLedger();
  void compare(const std::string &Path,
               Expected<std::optional<std::string>> There, StringRef Text);
  Error checkTree() const;
  void commit();
  void writeLinks();
  void failed(StringRef Shown, Error E) {
    Result.Skipped.push_back({Shown.str(), messageOf(std::move(E)), true});
  }

  RunResult &Result;
  const OutputRequest &Request;
  FileBatch Batch;
  std::vector<Pending> Staged; ///< as the files of `Batch`
  std::vector<std::pair<OtherResult *, TreeLink>> Links;
  Ledger Old, New;
  /// Of the tree: what a person changed, and what no port wrote.
  std::vector<std::string> Changed, Foreign;
};

/// `There` is at `Path`, below the tree, and `Text` would take its place.
void OutputWriter::compare(const std::string &Path,
                           Expected<std::optional<std::string>> There,
                           StringRef Text) {
  if (!There)
    return consumeError(There.takeError()); // told where it is written
  if (!*There || **There == Text)
    return;
  auto Was = Old.Files.find(Path);
  if (Was == Old.Files.end())
    Foreign.push_back(Path);
  else if (contentHash(**There) != Was->second.OutputHash)
    Changed.push_back(Path);
}

Error OutputWriter::stageForLedger(const std::string &Path, StringRef Text) {
  if (!Request.KeepsLedger)
    return Error::success();
  std::string Base = inTree(ledgerRoot(Request), (LedgerBase + Path).str());
  if (Error E = Batch.add(Base, Text))
    return E;
  Staged.push_back({nullptr, nullptr, Base});
  return Error::success();
}

Error OutputWriter::stage(FileResult &F, const std::string &Path) {
  if (Error E = checkUnchanged(F))
    return E;
  auto Text = applyEdits(F.OldText, F.Plan);
  if (!Text)
    return Text.takeError();
  bool Stays = Request.Mode == OutputMode::InPlace && Path == F.Path;
  std::optional<sys::fs::perms> Mode;
  if (!Stays) {
    auto Old = sys::fs::getPermissions(F.Path);
    if (!Old)
      return errorOf(systemMessage(Old.getError()));
    Mode = *Old;
  }
  std::string Below = treePath(F, Request);
  if (isKept(F))
    if (Error E = stageForLedger(Below, *Text))
      return E;
  if (Error E = Batch.add(Path, *Text, Stays ? Request.BackupSuffix : "", Mode))
    return E;
  Staged.push_back({&F, nullptr, Path});
  if (isTree())
    compare(Below, readIfThere(Path), *Text);
  if (isKept(F))
    New.Files[Below] = ledgerFile(F, *Text);
  return Error::success();
}

void OutputWriter::stageFile(FileResult &F) {
  std::string Path = outputPath(F, Request);
  bool Stays = Request.Mode == OutputMode::InPlace && Path == F.Path &&
               F.Plan.Edits.empty();
  if (Stays) {
    F.OutputPath = Path;
  } else if (Error E = stage(F, Path)) {
    failed(F.Shown, std::move(E));
    F.WriteFailed = true;
  } else if (Request.Mode == OutputMode::InPlace) {
    noteHardLinks(F);
  }
}

/// A new file takes the name; other names of the old one keep the old text.
void OutputWriter::noteHardLinks(FileResult &F) {
  sys::fs::file_status Status;
  if (!sys::fs::status(F.Path, Status) && Status.getLinkCount() > 1)
    F.OldLinks = Status.getLinkCount() - 1;
}

Error OutputWriter::stageCopy(OtherResult &F) {
  auto Buffer = readPlainFile(F.Path);
  if (!Buffer)
    return errorOf(systemMessage(Buffer.getError()));
  auto Mode = sys::fs::getPermissions(F.Path);
  if (!Mode)
    return errorOf(systemMessage(Mode.getError()));
  StringRef Text = (*Buffer)->getBuffer();
  std::string Path = inTree(Request.Path, F.Relative);
  if (Error E = Batch.add(Path, Text, "", *Mode))
    return E;
  Staged.push_back({nullptr, &F, Path});
  compare(F.Relative, readIfThere(Path), Text);
  New.Files[F.Relative] = ledgerCopy(F.Relative, Text);
  return Error::success();
}

void OutputWriter::addLink(OtherResult &F) {
  auto Link = treeLink(F, Result, Request);
  if (!Link)
    return failed(F.Shown, Link.takeError());
  // Where files are written behind it, a folder takes the link's place.
  if (isFolder(New.Files, Link->Path))
    return;
  compare(Link->Path, readLinkIfThere(inTree(Request.Path, Link->Path)),
          Link->Target);
  New.Files[Link->Path] = ledgerLink(F.Relative, Link->Target);
  Links.emplace_back(&F, std::move(*Link));
}

/// A damaged ledger matters only to one who wants to keep what is there.
Error OutputWriter::readOldLedger() {
  auto Found = findLedger(ledgerRoot(Request));
  if (!Found) {
    if (!Request.Overwrites)
      return Found.takeError();
    consumeError(Found.takeError());
  } else if (*Found) {
    Old = std::move(**Found);
  }
  return Error::success();
}

/// What an earlier port wrote and this one does not stays known: a project may
/// be ported in parts.
Error OutputWriter::stageLedger() {
  New.ToolVersion = Result.ToolVersion;
  New.Tables = Request.Tables;
  New.Options = Request.Options;
  New.Files.insert(Old.Files.begin(), Old.Files.end());
  std::string Path = inTree(ledgerRoot(Request), LedgerPath);
  if (Error E = Batch.add(Path, formatLedger(New)))
    return E;
  Staged.push_back({nullptr, nullptr, Path});
  return Error::success();
}

/// The first of `Paths`, and how many more there are.
Message firstOf(const OutputRequest &Request, ArrayRef<std::string> Paths) {
  std::string First = inTree(Request.Path, Paths.front());
  return Paths.size() == 1 ? say(msg::InBackticks, First)
                           : say(msg::AndOtherFiles, First, Paths.size() - 1);
}

Error OutputWriter::checkTree() const {
  if (Request.Overwrites)
    return Error::success();
  Error Refusal = Error::success();
  if (!Changed.empty())
    Refusal = errorOf(say(msg::ChangedSincePort, firstOf(Request, Changed)));
  if (!Foreign.empty())
    Refusal = joinErrors(
        std::move(Refusal),
        errorOf(say(msg::WouldOverwrite, firstOf(Request, Foreign))));
  return Refusal;
}

void OutputWriter::commit() {
  Batch.commit([&](size_t Index, Error E) {
    Pending &P = Staged[Index];
    if (!E && P.File)
      E = removeOld(*P.File, P.Path, Request);
    if (E) {
      failed(P.File    ? P.File->Shown
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
}

// Last: folders that they lead to are there by now.
void OutputWriter::writeLinks() {
  for (auto &[F, Link] : Links)
    if (Error E = writeLink(Request.Path, Link))
      failed(F->Shown, std::move(E));
    else
      F->Copied = true;
}

Error OutputWriter::run() {
  if (Error E = checkCollisions(Result, Request))
    return E;
  if (isTree() || Request.KeepsLedger)
    if (Error E = readOldLedger())
      return E;
  for (FileResult &F : Result.Files)
    stageFile(F);
  for (OtherResult &F : Result.Others)
    if (!F.IsLink)
      if (Error E = stageCopy(F))
        failed(F.Shown, std::move(E));
  for (OtherResult &F : Result.Others)
    if (F.IsLink)
      addLink(F);
  if (Error E = checkTree())
    return E;
  if (Request.KeepsLedger && (isTree() || !New.Files.empty()))
    if (Error E = stageLedger())
      return E;
  commit();
  writeLinks();
  return Error::success();
}

} // namespace

Error writeOutputs(RunResult &Result, const OutputRequest &Request) {
  if (Request.Mode == OutputMode::Diff)
    return Error::success();
  std::optional<TreeLock> Lock;
  if (Request.Mode == OutputMode::Tree || Request.KeepsLedger)
    Lock.emplace(ledgerRoot(Request));
  return OutputWriter(Result, Request).run();
}

} // namespace musify
