//===- Apply.cpp - The final text, and its way to the disk ----------------===//
#include "Edit/FileBatch.h"
#include "Edit/Plan.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <map>
#include <unistd.h>

using namespace musify;
namespace fs = llvm::sys::fs;

static llvm::Error badEdit(const Finding &Edit, llvm::StringRef Text,
                           const llvm::Twine &Why) {
  return llvm::createStringError(
      std::make_error_code(std::errc::invalid_argument),
      llvm::Twine("cannot edit `") + Edit.Where.File + "`: edit of " +
          llvm::Twine(Edit.Where.Length) + " bytes at offset " +
          llvm::Twine(Edit.Where.Offset) + " " + Why + " (file has " +
          llvm::Twine(Text.size()) + " bytes)");
}

llvm::Expected<std::string> musify::applyEdits(llvm::StringRef Text,
                                               const FilePlan &File) {
  std::string Result;
  uint64_t Done = 0;
  const Finding *Before = nullptr;
  for (const Finding &Edit : File.Edits) {
    uint64_t Begin = Edit.Where.Offset, End = Begin + Edit.Where.Length;
    if (!Edit.NewText)
      return badEdit(Edit, Text, "has no new text");
    if (End > Text.size())
      return badEdit(Edit, Text, "is outside the file");
    bool SamePlace = Before && !Before->Where.Length && !Edit.Where.Length &&
                     Before->Where.Offset == Edit.Where.Offset;
    if (Begin < Done || SamePlace)
      return badEdit(Edit, Text, "overlaps the edit before it");
    Result += Text.slice(Done, Begin);
    Result += *Edit.NewText;
    Done = End;
    Before = &Edit;
  }
  Result += Text.substr(Done);
  return Result;
}

static std::error_code lastError() {
  return std::error_code(errno, std::generic_category());
}

static llvm::Error cannotWrite(llvm::StringRef Path, std::error_code EC,
                               const llvm::Twine &Why) {
  return llvm::createStringError(EC, llvm::Twine("cannot write `") + Path +
                                         "`: " + Why);
}

static llvm::Error cannotWrite(llvm::StringRef Path, std::error_code EC) {
  return cannotWrite(Path, EC, EC.message());
}

namespace {

/// A file that this process created and that goes away again unless kept.
/// `fs::TempFile` would not do: it replaces every `%` of the folder's name,
/// copies where it cannot rename, and tells LLVM's list of files that a signal
/// removes, where each is searched for from the list's beginning.
class NewFile {
public:
  NewFile() = default;
  NewFile(const NewFile &) = delete;
  NewFile &operator=(const NewFile &) = delete;
  ~NewFile() {
    close();
    if (!Path.empty())
      fs::remove(Path);
  }

  /// Fails if anything has this name already. Only the owner can read the file
  /// until `finish` gave it its mode.
  std::error_code create(llvm::StringRef Name) {
    if (std::error_code EC =
            fs::openFileForReadWrite(Name, FD, fs::CD_CreateNew, fs::OF_None,
                                     fs::owner_read | fs::owner_write)) {
      FD = -1;
      return EC;
    }
    Path = Name.str();
    return {};
  }

  std::error_code write(llvm::StringRef Text) {
    llvm::raw_fd_ostream OS(FD, /*shouldClose=*/false);
    OS << Text;
    OS.flush();
    std::error_code EC = OS.error();
    OS.clear_error(); // the destructor would end the process
    return EC;
  }

  /// Gives the file its mode. The owner is kept where that is allowed, as root
  /// editing a user's file.
  std::error_code finish(const fs::file_status *Like,
                         std::optional<fs::perms> Wanted = std::nullopt) {
    int Mode = fs::all_read | fs::all_write;
    if (Like) {
      Mode = Like->permissions();
      (void)fs::changeFileOwnership(FD, Like->getUser(), Like->getGroup());
    } else {
      Mode &= ~int(fs::getUmask());
    }
    if (Wanted)
      Mode = *Wanted;
    if (std::error_code EC = fs::setPermissions(FD, fs::perms(Mode)))
      return EC;
    return close();
  }

  /// The file stays, under its present name or the one it was renamed to.
  void keep() { Path.clear(); }

  llvm::StringRef name() const { return Path; }

private:
  std::error_code close() {
    int Old = FD;
    FD = -1;
    return Old >= 0 && ::close(Old) ? lastError() : std::error_code();
  }

  int FD = -1;
  std::string Path;
};

/// Where the text goes in the end.
struct Target {
  llvm::SmallString<256> Path; ///< no symbolic link
  bool Exists = false;
  fs::file_status Old; ///< only if `Exists`
};

} // namespace

static llvm::Expected<Target> findTarget(llvm::StringRef Path) {
  Target T;
  std::error_code EC = fs::real_path(Path, T.Path);
  fs::file_status Link;
  if (EC == std::errc::no_such_file_or_directory) {
    if (!fs::status(Path, Link, /*follow=*/false))
      return cannotWrite(Path, EC, "symbolic link to nothing");
    T.Path = Path;
    return T;
  }
  if (EC)
    return cannotWrite(Path, EC);
  if ((EC = fs::status(T.Path, T.Old)))
    return cannotWrite(Path, EC);
  if (!fs::is_regular_file(T.Old))
    return cannotWrite(Path, std::make_error_code(std::errc::invalid_argument),
                       "not a regular file");
  // `access` alone would let root through.
  if (!(T.Old.permissions() & fs::owner_write) ||
      fs::access(T.Path, fs::AccessMode::Write))
    return cannotWrite(Path, std::make_error_code(std::errc::permission_denied),
                       "read-only file");
  T.Exists = true;
  return T;
}

static std::error_code createIn(llvm::StringRef Folder, NewFile &File) {
  std::error_code EC;
  for (int Try = 0; Try < 128; ++Try) {
    llvm::SmallString<256> Name = Folder;
    llvm::sys::path::append(
        Name, ".musify-" +
                  llvm::utohexstr(llvm::sys::Process::GetRandomNumber(),
                                  /*LowerCase=*/true) +
                  ".tmp");
    EC = File.create(Name);
    if (EC != std::errc::file_exists)
      return EC;
  }
  return EC;
}

/// Copies `T` to `Name`. A hard link would do, were it not for file systems
/// without them and for files that have several names already.
static std::error_code backUp(const Target &T, llvm::StringRef Name,
                              NewFile &Backup) {
  auto Old = llvm::MemoryBuffer::getFile(T.Path, /*IsText=*/false,
                                         /*RequiresNullTerminator=*/false,
                                         /*IsVolatile=*/true);
  if (!Old)
    return Old.getError();
  if (std::error_code EC = Backup.create(Name))
    return EC;
  if (std::error_code EC = Backup.write((*Old)->getBuffer()))
    return EC;
  return Backup.finish(&T.Old);
}

/// Calls `Sync`, which is `fsync` or `syncfs`, for what is at `Path`.
static std::error_code syncWith(int (*Sync)(int), llvm::StringRef Path) {
  llvm::Expected<fs::file_t> FD = fs::openNativeFileForRead(Path);
  if (!FD)
    return llvm::errorToErrorCode(FD.takeError());
  std::error_code EC = Sync(*FD) ? lastError() : std::error_code();
  (void)fs::closeFile(*FD);
  return EC;
}

/// Brings all to the disk: one after the other costs milliseconds each, so the
/// file system is asked once for those that it holds.
static std::error_code syncAll(llvm::ArrayRef<std::string> Paths) {
  std::map<uint64_t, std::vector<llvm::StringRef>> ByDevice;
  for (const std::string &Path : Paths) {
    fs::UniqueID ID;
    if (std::error_code EC = fs::getUniqueID(Path, ID))
      return EC;
    ByDevice[ID.getDevice()].emplace_back(Path);
  }
  for (const auto &[Device, Mine] : ByDevice)
    if (std::error_code EC =
            syncWith(Mine.size() == 1 ? ::fsync : ::syncfs, Mine.front()))
      return EC;
  return {};
}

/// Folders that a new file needs are made at the end, so it waits above them.
static std::string nearestFolder(llvm::StringRef Path) {
  llvm::StringRef Folder = llvm::sys::path::parent_path(Path);
  while (!Folder.empty() && !fs::exists(Folder))
    Folder = llvm::sys::path::parent_path(Folder);
  return Folder.str();
}

struct FileBatch::Staged {
  std::string Path; ///< as it was named
  Target T;
  NewFile Temp, Backup; ///< both vanish again unless kept

  llvm::Error moveIntoPlace() {
    llvm::StringRef Folder = llvm::sys::path::parent_path(T.Path);
    if (!Folder.empty())
      if (std::error_code EC = fs::create_directories(Folder))
        return llvm::createStringError(EC, "cannot create directory `" +
                                               Folder + "`: " + EC.message());
    if (std::error_code EC = fs::rename(Temp.name(), T.Path))
      return cannotWrite(Path, EC);
    Temp.keep();
    Backup.keep();
    return llvm::Error::success();
  }
};

/// Signals that end the process wait while one of these lives.
class FileBatch::HeldSignals {
public:
  HeldSignals() {
    sigemptyset(&Held);
    for (int Signal : Ending) {
      struct sigaction Now;
      // One that is ignored, as below nohup, would be held as if it were not.
      if (!sigaction(Signal, nullptr, &Now) && Now.sa_handler != SIG_IGN)
        sigaddset(&Held, Signal);
    }
    pthread_sigmask(SIG_BLOCK, &Held, &Before);
  }
  HeldSignals(const HeldSignals &) = delete;
  HeldSignals &operator=(const HeldSignals &) = delete;
  ~HeldSignals() { pthread_sigmask(SIG_SETMASK, &Before, nullptr); }

  bool hasOne() const {
    sigset_t Waiting;
    sigemptyset(&Waiting);
    sigpending(&Waiting);
    for (int Signal : Ending)
      if (sigismember(&Held, Signal) && sigismember(&Waiting, Signal))
        return true;
    return false;
  }

private:
  static constexpr int Ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};
  sigset_t Held, Before;
};

FileBatch::FileBatch() : Held(std::make_unique<HeldSignals>()) {}
FileBatch::~FileBatch() = default;

llvm::Error FileBatch::stopIfAsked() {
  if (!Held->hasOne())
    return llvm::Error::success();
  Files.clear();
  Held.reset(); // where nobody handles it, the signal ends the process here
  Held = std::make_unique<HeldSignals>();
  return llvm::createStringError(
      std::make_error_code(std::errc::interrupted),
      "interrupted by a signal; nothing was written");
}

llvm::Error FileBatch::add(llvm::StringRef Path, llvm::StringRef Text,
                           llvm::StringRef BackupSuffix,
                           std::optional<fs::perms> Mode) {
  if (BackupSuffix.contains('/'))
    return cannotWrite(Path, std::make_error_code(std::errc::invalid_argument),
                       "backup suffix `" + BackupSuffix +
                           "` names a directory");
  llvm::Expected<Target> T = findTarget(Path);
  if (!T)
    return T.takeError();
  auto File = std::make_unique<Staged>();
  File->Path = Path.str();
  File->T = std::move(*T);
  const fs::file_status *Like = File->T.Exists ? &File->T.Old : nullptr;

  std::string Folder = nearestFolder(File->T.Path);
  if (std::error_code EC = createIn(Folder, File->Temp))
    return cannotWrite(Path, EC);
  if (std::error_code EC = File->Temp.write(Text))
    return cannotWrite(Path, EC);
  if (std::error_code EC = File->Temp.finish(Like, Mode))
    return cannotWrite(Path, EC);

  if (File->T.Exists && !BackupSuffix.empty()) {
    std::string Name = (File->T.Path + BackupSuffix).str();
    if (std::error_code EC = backUp(File->T, Name, File->Backup))
      return cannotWrite(Path, EC, "back-up `" + Name + "`: " + EC.message());
  }
  Files.push_back(std::move(File));
  return stopIfAsked();
}

void FileBatch::commit(llvm::function_ref<void(size_t, llvm::Error)> Done) {
  std::vector<std::string> Texts, Folders;
  for (const auto &File : Files) {
    Texts.push_back(File->Temp.name().str());
    if (!File->Backup.name().empty())
      Texts.push_back(File->Backup.name().str());
  }
  std::error_code EC = syncAll(Texts);
  for (auto [Index, File] : llvm::enumerate(Files)) {
    llvm::StringRef Folder = llvm::sys::path::parent_path(File->T.Path);
    Folders.push_back(Folder.empty() ? "." : Folder.str());
    Done(Index, EC ? cannotWrite(File->Path, EC) : File->moveIntoPlace());
  }
  // Makes the renaming last; not every file system can, so errors do not count.
  llvm::sort(Folders);
  Folders.erase(llvm::unique(Folders), Folders.end());
  (void)syncAll(Folders);
  Files.clear();
}

llvm::Error musify::writeFileAtomically(llvm::StringRef Path,
                                        llvm::StringRef Text,
                                        llvm::StringRef BackupSuffix) {
  // Whoever names one file means its folder to be there.
  llvm::StringRef Folder = llvm::sys::path::parent_path(Path);
  if (!Folder.empty() && !fs::exists(Folder))
    return cannotWrite(
        Path, std::make_error_code(std::errc::no_such_file_or_directory));
  FileBatch Batch;
  if (llvm::Error E = Batch.add(Path, Text, BackupSuffix))
    return E;
  llvm::Error Result = llvm::Error::success();
  Batch.commit([&](size_t, llvm::Error E) {
    Result = llvm::joinErrors(std::move(Result), std::move(E));
  });
  return Result;
}
