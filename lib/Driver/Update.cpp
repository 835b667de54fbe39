#include "Driver/Update.h"
#include "Diag/MessageError.h"
#include "Driver/SeenFiles.h"
#include "Driver/Tree.h"
#include "Edit/FileBatch.h"
#include "Edit/Git.h"
#include "Lint/Baseline.h"
#include "Report/LineIndex.h"
#include "Support/RealPath.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

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
      : New(New), Old(Old), Request(Request), Seen(Request.Path) {}

  Error decideAll();
  Error write();
  Error stageFiles(FileBatch &Batch, FileBatch &Bases);
  Error removeFiles();
  UpdateResult Result;

private:
  Error readNew();
  Error readNewLink(const OtherResult &F);
  void noteShared(const FileResult &F, const std::string &Text);
  std::string whole(StringRef Path) const {
    bool IsBase = Path.starts_with(LedgerBase);
    return inTree(IsBase ? ledgerRoot(Request) : Request.Path, Path);
  }
  void take(const std::string &Path, const NewFile &File);
  Error decide(const std::string &Path, const NewFile &File);
  Error merge(UpdatedFile &Out, StringRef Base, StringRef Mine,
              const NewFile &File);
  Error decideRemoved(const std::string &Path, const LedgerFile &Was);
  bool isSourceWhole() const;
  void keepNewFindings();
  void removeEmptyFolders(StringRef Path);

  RunResult &New;
  const Ledger &Old;
  const OutputRequest &Request;
  std::map<std::string, NewFile> Files; ///< by path in the tree
  std::vector<std::pair<std::string, std::string>> Writes; ///< path, text
  std::vector<TreeLink> Links;
  std::map<std::string, LedgerFile> Unread; ///< of the last port, by path
  std::vector<std::string> Removals;
  SeenFiles Seen; ///< what the tree had when it was decided
  /// Shared files beside which copies are: path on the disk, text.
  std::vector<std::pair<std::string, std::string>> Shared;
};

Error TreeUpdate::readNew() {
  for (const FileResult &F : New.Files) {
    if (Error E = checkUnchanged(F))
      return errorOf(say(msg::ProblemOf, F.Shown, messageOf(std::move(E))));
    auto Text = applyEdits(F.OldText, F.Plan);
    if (!Text)
      return Text.takeError();
    if (Request.Mode == OutputMode::InPlace && !F.IsCopy) {
      noteShared(F, *Text);
      continue;
    }
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
  for (const OtherResult &F : New.Others)
    if (F.IsLink)
      if (Error E = readNewLink(F))
        return E;
  return Error::success();
}

/// A file of both sides gets what is new in it.
void TreeUpdate::noteShared(const FileResult &F, const std::string &Text) {
  if (F.Plan.Edits.empty())
    return;
  Shared.emplace_back(F.Path, Text);
  UpdatedFile Out;
  Out.Path = F.Relative;
  Out.What = Outcome::Taken;
  Result.Files.push_back(std::move(Out));
}

Error TreeUpdate::readNewLink(const OtherResult &F) {
  auto Link = treeLink(F, New, Request);
  if (!Link)
    return errorOf(say(msg::ProblemOf, F.Shown, messageOf(Link.takeError())));
  if (isFolder(Files, Link->Path)) // takes the link's place
    return Error::success();
  NewFile &Mine = Files[Link->Path];
  Mine.Text = Link->Target;
  Mine.Remembered = ledgerLink(F.Relative, Link->Target);
  return Error::success();
}

/// Both sides changed the file, or both made it.
Error TreeUpdate::merge(UpdatedFile &Out, StringRef Base, StringRef Mine,
                        const NewFile &File) {
  if (File.Remembered.IsLink) {
    Out.What = Outcome::Conflict;
    Out.Note = say(msg::UpstreamIsLink, File.Text);
    return Error::success();
  }
  auto Was = Old.Files.find(Out.Path);
  bool WasLink = Was != Old.Files.end() && Was->second.IsLink;
  if (File.Remembered.Copied || WasLink) {
    Out.What = Outcome::Conflict;
    Out.Note = say(msg::UpstreamBeside, Out.Path + ".upstream");
    Writes.emplace_back(Out.Path + ".upstream", File.Text);
    return Error::success();
  }
  auto Merged = mergeThreeWays(Base, Mine, File.Text);
  if (!Merged)
    return joinErrors(errorOf(say(msg::CannotMerge, Out.Path)),
                      Merged.takeError());
  Out.What = Merged->Conflicts ? Outcome::Conflict : Outcome::Merged;
  Out.Conflicts = Merged->Conflicts;
  Writes.emplace_back(Out.Path, std::move(Merged->Text));
  return Error::success();
}

void TreeUpdate::take(const std::string &Path, const NewFile &File) {
  if (File.Remembered.IsLink)
    Links.push_back({Path, File.Text});
  else
    Writes.emplace_back(Path, File.Text);
}

Error TreeUpdate::decide(const std::string &Path, const NewFile &File) {
  UpdatedFile Out;
  Out.Path = Path;
  bool IsLink = File.Remembered.IsLink;
  auto Mine = Seen.read(Path, IsLink);
  if (!Mine)
    return Mine.takeError();
  auto Base = readIfThere(whole((LedgerBase + Path).str()));
  if (!Base)
    return Base.takeError();
  auto Was = Old.Files.find(Path);
  // A file where a link was, or the other way round, is another thing.
  bool Known = Was != Old.Files.end() && Was->second.IsLink == IsLink;
  StringRef WasHash = Known ? StringRef(Was->second.OutputHash) : "";
  bool UpstreamChanged = File.Remembered.OutputHash != WasHash;
  Error E = Error::success();
  if (!*Mine) {
    Out.What = !Known            ? Outcome::Added
               : UpstreamChanged ? Outcome::DeletedByHand
                                 : Outcome::Same;
    if (Out.What == Outcome::Added)
      take(Path, File);
    if (Out.What == Outcome::DeletedByHand && !File.Remembered.Copied)
      Out.Note = say(msg::NewPortIs, (LedgerBase + Path).str());
  } else if (!UpstreamChanged || **Mine == File.Text) {
    Out.What = Outcome::Same;
  } else if (Known && contentHash(**Mine) == WasHash) {
    Out.What = Outcome::Taken;
    take(Path, File);
  } else {
    E = merge(Out, *Base ? StringRef(**Base) : "", **Mine, File);
  }
  Result.Files.push_back(std::move(Out));
  return E;
}

/// A file that upstream has no more.
Error TreeUpdate::decideRemoved(const std::string &Path,
                                const LedgerFile &Was) {
  auto Mine = Seen.read(Path, Was.IsLink);
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

/// What could not be read must not count as removed.
bool TreeUpdate::isSourceWhole() const {
  StringSet<> Read;
  for (const FileResult &F : New.Files)
    Read.insert(F.Shown);
  return none_of(New.Skipped, [&](const SkippedResult &S) {
    return S.IsError && !Read.contains(S.Path);
  });
}

Error TreeUpdate::decideAll() {
  if (Error E = readNew())
    return E;
  auto IsThere = [&](const auto &Item) { return Files.count(Item.first); };
  if (!Old.Files.empty() && none_of(Old.Files, IsThere))
    return errorOf(
        say(msg::NothingOfLastPort, Old.Files.begin()->second.Source));
  for (const auto &[Path, File] : Files)
    if (Error E = decide(Path, File))
      return E;
  bool IsWhole = isSourceWhole();
  for (const auto &[Path, Was] : Old.Files) {
    if (Files.count(Path))
      continue;
    if (!IsWhole)
      Unread[Path] = Was, ++Result.NotRemoved;
    else if (Error E = decideRemoved(Path, Was))
      return E;
  }
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
    auto File = Files.find(Path);
    if (File == Files.end()) // shared, beside its copies
      continue;
    const std::vector<LedgerItem> &Now = File->second.Remembered.Findings;
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

Error commit(FileBatch &Batch) {
  Error Failed = Error::success();
  Batch.commit([&](size_t, Error E) {
    Failed = joinErrors(std::move(Failed), std::move(E));
  });
  return Failed;
}

Error TreeUpdate::write() {
  Ledger L;
  L.ToolVersion = New.ToolVersion;
  L.Tables = Request.Tables;
  L.Options = Request.Options;
  for (const auto &[Path, File] : Files) {
    L.Files[Path] = File.Remembered;
    auto Was = Old.Files.find(Path);
    bool IsNew = Was == Old.Files.end() ||
                 Was->second.OutputHash != File.Remembered.OutputHash;
    if (IsNew && !File.Remembered.Copied)
      Writes.emplace_back((LedgerBase + Path).str(), File.Text);
  }
  L.Files.insert(Unread.begin(), Unread.end());
  StringRef Records = ledgerRoot(Request);
  FileBatch LedgerBatch(Records), Bases(Records), Batch(Request.Path);
  if (Error E = LedgerBatch.add(inTree(Records, LedgerPath), formatLedger(L)))
    return E;
  if (Error E = stageFiles(Batch, Bases))
    return E;
  // A base that is newer than its file would undo upstream's change in the next
  // merge.
  Error Failed = commit(Batch);
  if (!Failed)
    Failed = commit(Bases);
  if (!Failed)
    Failed = removeFiles();
  for (const TreeLink &Link : Links) {
    if (!Failed)
      Failed = Seen.check(Link.Path);
    if (!Failed)
      Failed = writeLink(Request.Path, Link);
  }
  if (Failed)
    return Failed;
  // Last: ended before, the next update finds the work that is left to do.
  return commit(LedgerBatch);
}

Error TreeUpdate::stageFiles(FileBatch &Batch, FileBatch &Bases) {
  for (const auto &[Path, Text] : Writes) {
    std::string Whole = whole(Path);
    auto Source = Files.find(Path);
    std::optional<sys::fs::perms> Mode;
    if (Source != Files.end() && !sys::fs::exists(Whole))
      Mode = Source->second.Mode;
    bool IsBase = StringRef(Path).starts_with(LedgerBase);
    if (Error E = (IsBase ? Bases : Batch).add(Whole, Text, "", Mode))
      return joinErrors(errorOf(say(msg::NothingWasWritten)), std::move(E));
  }
  for (const auto &[Path, Text] : Shared)
    if (Error E = Batch.add(Path, Text))
      return joinErrors(errorOf(say(msg::NothingWasWritten)), std::move(E));
  // From here the batch looks whether somebody changes a file.
  for (const auto &[Path, Text] : Writes)
    if (Error E = Seen.check(Path))
      return joinErrors(
          errorOf(say(msg::NothingWasWritten)),
          errorOf(say(msg::CannotWrite, whole(Path), messageOf(std::move(E)))));
  return Error::success();
}

Error TreeUpdate::removeFiles() {
  Error Failed = Error::success();
  for (const std::string &Path : Removals) {
    std::string Whole = whole(Path);
    StringRef Root = StringRef(Path).starts_with(LedgerBase)
                         ? ledgerRoot(Request)
                         : StringRef(Request.Path);
    if (Error E = Seen.check(Path)) {
      Failed = joinErrors(
          std::move(Failed),
          errorOf(say(msg::CannotRemove, Path, messageOf(std::move(E)))));
      continue;
    }
    std::error_code EC =
        leadsOutside(Whole, Root, /*Follow=*/false)
            ? std::make_error_code(std::errc::operation_not_permitted)
            : sys::fs::remove(Whole);
    if (EC)
      Failed =
          joinErrors(std::move(Failed),
                     errorOf(say(msg::CannotRemove, Path, systemMessage(EC))));
    else
      removeEmptyFolders(Path);
  }
  return Failed;
}

/// Folders above `Path` that it was the last file of.
void TreeUpdate::removeEmptyFolders(StringRef Path) {
  for (StringRef Folder = sys::path::parent_path(Path); !Folder.empty();
       Folder = sys::path::parent_path(Folder))
    if (sys::fs::remove(whole(Folder))) // it is not empty
      return;
}

} // namespace

Message outcomeName(Outcome O) {
  switch (O) {
  case Outcome::Same:
    return say(msg::OutcomeSame);
  case Outcome::Taken:
    return say(msg::OutcomeTaken);
  case Outcome::Added:
    return say(msg::OutcomeAdded);
  case Outcome::Merged:
    return say(msg::OutcomeMerged);
  case Outcome::Conflict:
    return say(msg::OutcomeConflict);
  case Outcome::Removed:
    return say(msg::OutcomeRemoved);
  case Outcome::KeptRemoved:
    return say(msg::OutcomeKept);
  case Outcome::DeletedByHand:
    return say(msg::OutcomeDeleted);
  }
  llvm_unreachable("all outcomes are handled");
}

Expected<Ledger> readLedger(const OutputRequest &Request) {
  StringRef Root = ledgerRoot(Request);
  auto Found = findLedger(Root);
  if (!Found)
    return Found.takeError();
  if (*Found)
    return std::move(**Found);
  return errorOf(Request.Mode == OutputMode::InPlace
                     ? say(msg::NoCopyLedger, Request.Path)
                     : say(msg::NoLedger, Root, LedgerPath));
}

Error checkSameOptions(const Ledger &Old, bool CopiesAll, bool Renames,
                       ArrayRef<std::string> Options) {
  auto Shown = [](ArrayRef<std::string> Some) {
    return Some.empty() ? say(msg::NoneOfThem)
                        : say(msg::InBackticks, join(Some, " "));
  };
  if (ArrayRef(Old.Options) != Options)
    return errorOf(say(msg::OtherOptions, Shown(Old.Options), Shown(Options)));
  bool Copied = false, Renamed = false, Kept = false;
  for (const auto &[Path, File] : Old.Files) {
    Copied |= File.Copied;
    bool HasNewName =
        portedFileName(File.Source, Direction::CudaToMusa) != File.Source;
    Renamed |= !File.Copied && HasNewName && Path != File.Source;
    Kept |= !File.Copied && HasNewName && Path == File.Source;
  }
  if (Copied && !CopiesAll)
    return errorOf(say(msg::PortedWith, "--copy-all"));
  if (Renamed && !Kept && !Renames)
    return errorOf(say(msg::PortedWithout, "--no-rename"));
  if (Kept && !Renamed && Renames)
    return errorOf(say(msg::PortedWith, "--no-rename"));
  return Error::success();
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

} // namespace musify
