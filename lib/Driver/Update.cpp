#include "Driver/Update.h"
#include "Edit/FileBatch.h"
#include "Edit/Git.h"
#include "Lint/Baseline.h"
#include "Report/LineIndex.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace musify {
namespace {

std::string joined(StringRef Root, StringRef Path) {
  SmallString<256> Whole(Root);
  sys::path::append(Whole, Path);
  return std::string(Whole);
}

/// A file's bytes; none if it is not there.
Expected<std::optional<std::string>> readIfThere(const std::string &Path) {
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (Buffer)
    return (*Buffer)->getBuffer().str();
  if (Buffer.getError() == errc::no_such_file_or_directory)
    return std::nullopt;
  return createStringError(Buffer.getError(),
                           Path + ": " + Buffer.getError().message());
}

/// A file of the new port.
struct NewFile {
  std::string Text;
  LedgerFile Remembered;
  sys::fs::perms Mode = sys::fs::all_read | sys::fs::owner_write;
};

/// Decides all files first; what has to be written and removed is done in one
/// step at the end.
class TreeUpdate {
public:
  TreeUpdate(RunResult &New, const Ledger &Old, const OutputRequest &Request)
      : New(New), Old(Old), Request(Request) {}

  Error decideAll();
  Error write();
  UpdateResult Result;

private:
  Error readNew();
  Error decide(const std::string &Path, const NewFile &File);
  Error merge(UpdatedFile &Out, StringRef Base, StringRef Mine,
              const NewFile &File);
  Error decideRemoved(const std::string &Path, const LedgerFile &Was);
  void keepNewFindings();

  RunResult &New;
  const Ledger &Old;
  const OutputRequest &Request;
  std::map<std::string, NewFile> Files; ///< by path in the tree
  std::vector<std::pair<std::string, std::string>> Writes; ///< path, text
  std::vector<std::string> Removals;
};

Error TreeUpdate::readNew() {
  for (const FileResult &F : New.Files) {
    auto Text = applyEdits(F.OldText, F.Plan);
    if (!Text)
      return Text.takeError();
    NewFile &Mine = Files[treePath(F, Request)];
    Mine.Remembered = ledgerFile(F, *Text);
    Mine.Text = std::move(*Text);
    if (auto Mode = sys::fs::getPermissions(F.Path))
      Mine.Mode = *Mode;
  }
  for (const OtherResult &F : New.Others) {
    if (F.IsLink)
      continue;
    auto Text = readIfThere(F.Path);
    if (!Text)
      return Text.takeError();
    NewFile &Mine = Files[F.Relative];
    Mine.Text = std::move(**Text);
    Mine.Remembered = ledgerCopy(F.Relative, Mine.Text);
    if (auto Mode = sys::fs::getPermissions(F.Path))
      Mine.Mode = *Mode;
  }
  return Error::success();
}

/// Both sides changed the file, or both made it.
Error TreeUpdate::merge(UpdatedFile &Out, StringRef Base, StringRef Mine,
                        const NewFile &File) {
  if (File.Remembered.Copied) {
    Out.What = Outcome::Conflict;
    Out.Note = "upstream's is beside it as `" + Out.Path + ".upstream`";
    Writes.emplace_back(Out.Path + ".upstream", File.Text);
    return Error::success();
  }
  auto Merged = mergeThreeWays(Base, Mine, File.Text);
  if (!Merged)
    return joinErrors(
        createStringError(inconvertibleErrorCode(),
                          Out.Path + ": cannot be merged; nothing was written"),
        Merged.takeError());
  Out.What = Merged->Conflicts ? Outcome::Conflict : Outcome::Merged;
  Out.Conflicts = Merged->Conflicts;
  Writes.emplace_back(Out.Path, std::move(Merged->Text));
  return Error::success();
}

Error TreeUpdate::decide(const std::string &Path, const NewFile &File) {
  UpdatedFile Out;
  Out.Path = Path;
  auto Mine = readIfThere(joined(Request.Path, Path));
  if (!Mine)
    return Mine.takeError();
  auto Base = readIfThere(joined(Request.Path, (LedgerBase + Path).str()));
  if (!Base)
    return Base.takeError();
  auto Was = Old.Files.find(Path);
  bool Known = Was != Old.Files.end();
  StringRef WasHash = Known ? StringRef(Was->second.OutputHash) : "";
  bool UpstreamChanged = File.Remembered.OutputHash != WasHash;
  Error E = Error::success();
  if (!*Mine) {
    Out.What = !Known            ? Outcome::Added
               : UpstreamChanged ? Outcome::DeletedByHand
                                 : Outcome::Same;
    if (Out.What == Outcome::Added)
      Writes.emplace_back(Path, File.Text);
  } else if (!UpstreamChanged || **Mine == File.Text) {
    Out.What = Outcome::Same;
  } else if (Known && contentHash(**Mine) == WasHash) {
    Out.What = Outcome::Taken;
    Writes.emplace_back(Path, File.Text);
  } else {
    E = merge(Out, *Base ? StringRef(**Base) : "", **Mine, File);
  }
  Result.Files.push_back(std::move(Out));
  return E;
}

/// A file that upstream has no more.
Error TreeUpdate::decideRemoved(const std::string &Path,
                                const LedgerFile &Was) {
  auto Mine = readIfThere(joined(Request.Path, Path));
  if (!Mine)
    return Mine.takeError();
  if (!Was.Copied)
    Removals.push_back((LedgerBase + Path).str());
  if (!*Mine)
    return Error::success();
  UpdatedFile Out;
  Out.Path = Path;
  Out.What = contentHash(**Mine) == Was.OutputHash ? Outcome::Removed
                                                   : Outcome::KeptRemoved;
  if (Out.What == Outcome::Removed)
    Removals.push_back(Path);
  Result.Files.push_back(std::move(Out));
  return Error::success();
}

Error TreeUpdate::decideAll() {
  if (Error E = readNew())
    return E;
  for (const auto &[Path, File] : Files)
    if (Error E = decide(Path, File))
      return E;
  for (const auto &[Path, Was] : Old.Files)
    if (!Files.count(Path))
      if (Error E = decideRemoved(Path, Was))
        return E;
  llvm::sort(Result.Files, [](const UpdatedFile &A, const UpdatedFile &B) {
    return A.Path < B.Path;
  });
  keepNewFindings();
  return Error::success();
}

/// What the last port told of the same line it need not tell again.
void TreeUpdate::keepNewFindings() {
  for (FileResult &F : New.Files) {
    std::string Path = treePath(F, Request);
    const std::vector<LedgerItem> &Now = Files[Path].Remembered.Findings;
    std::multiset<std::tuple<std::string, std::string, std::string>> Told;
    if (auto Was = Old.Files.find(Path); Was != Old.Files.end())
      for (const LedgerItem &I : Was->second.Findings)
        Told.insert(I.key());
    std::vector<Finding> Fresh;
    for (const auto &[Index, Item] : enumerate(Now)) {
      auto It = Told.find(Item.key());
      if (It == Told.end())
        Fresh.push_back(F.Plan.Findings[Index]);
      else
        Told.erase(It);
    }
    Result.OldFindings += F.Plan.Findings.size() - Fresh.size();
    F.Plan.Findings = std::move(Fresh);
  }
  std::set<std::string> Met = Old.entries();
  Ledger Now;
  for (const auto &[Path, File] : Files)
    Now.Files[Path] = File.Remembered;
  for (const std::string &Name : Now.entries())
    if (!Met.count(Name) && New.Entries[Name].Library != "build")
      Result.NewEntries.push_back(Name);
}

Error TreeUpdate::write() {
  Ledger L;
  L.ToolVersion = New.ToolVersion;
  L.Tables = Request.Tables;
  for (const auto &[Path, File] : Files) {
    L.Files[Path] = File.Remembered;
    auto Was = Old.Files.find(Path);
    bool IsNew = Was == Old.Files.end() ||
                 Was->second.OutputHash != File.Remembered.OutputHash;
    if (IsNew && !File.Remembered.Copied)
      Writes.emplace_back((LedgerBase + Path).str(), File.Text);
  }
  Writes.emplace_back(LedgerPath.str(), formatLedger(L));
  FileBatch Batch;
  for (const auto &[Path, Text] : Writes) {
    std::string Whole = joined(Request.Path, Path);
    auto Source = Files.find(Path);
    std::optional<sys::fs::perms> Mode;
    if (Source != Files.end() && !sys::fs::exists(Whole))
      Mode = Source->second.Mode;
    if (Error E = Batch.add(Whole, Text, "", Mode))
      return joinErrors(
          createStringError(inconvertibleErrorCode(), "nothing was written"),
          std::move(E));
  }
  Error Failed = Error::success();
  Batch.commit([&](size_t, Error E) {
    Failed = joinErrors(std::move(Failed), std::move(E));
  });
  if (Failed)
    return Failed;
  for (const std::string &Path : Removals)
    if (std::error_code EC = sys::fs::remove(joined(Request.Path, Path)))
      Failed = joinErrors(
          std::move(Failed),
          createStringError(EC, Path + ": cannot be removed: " + EC.message()));
  return Failed;
}

} // namespace

StringRef outcomeName(Outcome O) {
  switch (O) {
  case Outcome::Same:
    return "same";
  case Outcome::Taken:
    return "updated";
  case Outcome::Added:
    return "added";
  case Outcome::Merged:
    return "merged";
  case Outcome::Conflict:
    return "conflict";
  case Outcome::Removed:
    return "removed";
  case Outcome::KeptRemoved:
    return "kept, removed upstream";
  case Outcome::DeletedByHand:
    return "deleted by hand, changed upstream";
  }
  llvm_unreachable("all outcomes are handled");
}

Expected<Ledger> readLedger(StringRef Root) {
  std::string Path = joined(Root, LedgerPath);
  auto Text = readIfThere(Path);
  if (!Text)
    return Text.takeError();
  if (!*Text)
    return createStringError(
        inconvertibleErrorCode(),
        "`" + Root + "` has no " + LedgerPath +
            "; only a tree that `musify port -o` wrote can be updated");
  return parseLedger(**Text, Path);
}

Error checkTreeIsClean(StringRef Root) {
  auto Fail = [&](const Twine &Why) {
    return createStringError(
        inconvertibleErrorCode(),
        "`" + Root + "` " + Why +
            ", so an update could not be undone; commit it first, or use "
            "--force");
  };
  auto Status = runGit(Root, {"status", "--porcelain", "--", "."});
  if (!Status)
    return Status.takeError();
  if (Status->Status != 0)
    return Fail("is in no git repository");
  StringRef Text = StringRef(Status->Text).rtrim();
  if (Text.empty())
    return Error::success();
  std::string What = Text.split('\n').first.drop_front(3).str();
  if (size_t More = Text.count('\n'))
    What += " and " + std::to_string(More) + " more";
  return Fail("has changes that are not committed (" + What + ")");
}

Expected<UpdateResult> updateTree(RunResult &New, const Ledger &Old,
                                  const OutputRequest &Request) {
  TreeUpdate Update(New, Old, Request);
  if (Error E = Update.decideAll())
    return std::move(E);
  if (Error E = Update.write())
    return std::move(E);
  Update.Result.OtherTables =
      Old.Tables != Request.Tables || Old.ToolVersion != New.ToolVersion;
  return std::move(Update.Result);
}

std::string tablesHash(const Table &Names) {
  uint64_t Hash = 0;
  Names.forEach([&](const Entry &E) { // in no order that means anything
    Hash += xxh3_64bits((E.From + "\n" + E.To + "\n" + statusName(E.S)).str());
  });
  return utohexstr(Hash, /*LowerCase=*/true);
}

} // namespace musify
