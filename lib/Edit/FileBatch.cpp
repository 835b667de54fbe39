//===- FileBatch.cpp - Texts on their way to the disk ---------------------===//
#include "Edit/FileBatch.h"
#include "Diag/MessageError.h"
#include "Edit/NewFile.h"
#include "Edit/Plan.h"
#include "Support/RealPath.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <map>
#include <unistd.h>

using namespace musify;
namespace fs = llvm::sys::fs;

static llvm::Error cannotWrite(llvm::StringRef Path, Message Why) {
  return errorOf(say(msg::CannotWrite, Path, std::move(Why)));
}

static llvm::Error cannotWrite(llvm::StringRef Path, std::error_code EC) {
  return cannotWrite(Path, systemMessage(EC));
}

namespace {

/// Where the text goes in the end.
struct Target {
  llvm::SmallString<256> Path; ///< no symbolic link
  std::string Folder;          ///< where the folder of `Path` leads
  bool Exists = false;
  fs::file_status Old; ///< only if `Exists`

  std::string folderNow() const {
    llvm::StringRef Above = llvm::sys::path::parent_path(Path);
    return realTarget(Above.empty() ? "." : Above);
  }

  /// False if somebody changed, removed or made the file meanwhile, or put a
  /// link in the place of a folder above it.
  bool isAsItWas() const {
    if (folderNow() != Folder)
      return false;
    fs::file_status Now;
    std::error_code EC = fs::status(Path, Now, /*follow=*/false);
    if (!Exists)
      return EC == std::errc::no_such_file_or_directory;
    return !EC && fs::equivalent(Old, Now) && Now.getSize() == Old.getSize() &&
           Now.getLastModificationTime() == Old.getLastModificationTime();
  }
};

} // namespace

static llvm::Expected<Target> findTarget(llvm::StringRef Path) {
  Target T;
  std::error_code EC = fs::real_path(Path, T.Path);
  fs::file_status Link;
  if (EC == std::errc::no_such_file_or_directory) {
    if (!fs::status(Path, Link, /*follow=*/false))
      return cannotWrite(Path, say(msg::BrokenLink));
    T.Path = Path;
    T.Folder = T.folderNow();
    return T;
  }
  if (EC)
    return cannotWrite(Path, EC);
  T.Folder = T.folderNow();
  if ((EC = fs::status(T.Path, T.Old)))
    return cannotWrite(Path, EC);
  if (!fs::is_regular_file(T.Old))
    return cannotWrite(Path, say(msg::NotRegularFile));
  // `access` alone would let root through.
  if (!(T.Old.permissions() & fs::owner_write) ||
      fs::access(T.Path, fs::AccessMode::Write))
    return cannotWrite(Path, say(msg::ReadOnlyFile));
  T.Exists = true;
  return T;
}

/// Calls `Sync`, which is `fsync` or `syncfs`, for what is at `Path`.
static std::error_code syncWith(int (*Sync)(int), llvm::StringRef Path) {
  llvm::Expected<fs::file_t> FD = fs::openNativeFileForRead(Path);
  if (!FD)
    return llvm::errorToErrorCode(FD.takeError());
  std::error_code EC;
  if (Sync(*FD))
    EC = std::error_code(errno, std::generic_category());
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

struct FileBatch::Staged {
  std::string Path; ///< as it was named
  Target T;
  NewFile Temp, Backup; ///< both vanish again unless moved
  std::string BackupPath;

  llvm::Error backupFails(std::error_code EC) const {
    return cannotWrite(Path,
                       say(msg::BackupFails, BackupPath, systemMessage(EC)));
  }

  /// An equal file is the back-up of a run that was ended before it wrote.
  llvm::Error stageBackup(llvm::StringRef Folder) {
    auto Old = readCopy(T.Path);
    if (!Old)
      return backupFails(Old.getError());
    llvm::StringRef Text = (*Old)->getBuffer();
    fs::file_status There;
    if (!fs::status(BackupPath, There, /*follow=*/false)) {
      auto Kept = fs::is_regular_file(There)
                      ? readCopy(BackupPath)
                      : std::make_error_code(std::errc::file_exists);
      if (Kept && (*Kept)->getBuffer() == Text)
        return llvm::Error::success();
      return backupFails(std::make_error_code(std::errc::file_exists));
    }
    if (std::error_code EC = Backup.createIn(Folder))
      return backupFails(EC);
    if (std::error_code EC = Backup.write(Text))
      return backupFails(EC);
    if (std::error_code EC = Backup.finish(T.Path))
      return backupFails(EC);
    return llvm::Error::success();
  }

  llvm::Error moveIntoPlace() {
    llvm::StringRef Folder = llvm::sys::path::parent_path(T.Path);
    if (!Folder.empty())
      if (std::error_code EC = fs::create_directories(
              Folder, /*IgnoreExisting=*/true, fs::all_all))
        return errorOf(say(msg::CannotCreate, Folder, systemMessage(EC)));
    if (!T.isAsItWas())
      return cannotWrite(Path, say(msg::ChangedMeanwhile));
    bool HasBackup = !Backup.name().empty();
    if (HasBackup) {
      fs::file_status There;
      if (!fs::status(BackupPath, There, /*follow=*/false))
        return backupFails(std::make_error_code(std::errc::file_exists));
      if (std::error_code EC = Backup.moveTo(BackupPath))
        return cannotWrite(Path, EC);
    }
    if (std::error_code EC = Temp.moveTo(T.Path)) {
      if (HasBackup)
        fs::remove(BackupPath);
      return cannotWrite(Path, EC);
    }
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

FileBatch::FileBatch(llvm::StringRef Inside)
    : Inside(Inside.str()), Held(std::make_unique<HeldSignals>()) {}
FileBatch::~FileBatch() = default;

llvm::Error FileBatch::stopIfAsked() {
  if (!Held->hasOne())
    return llvm::Error::success();
  Files.clear();
  Held.reset(); // where nobody handles it, the signal ends the process here
  Held = std::make_unique<HeldSignals>();
  return errorOf(say(msg::InterruptedBySignal));
}

/// The folder for the temporary file. Folders that a new file needs are made at
/// the end, so it waits above them.
std::string FileBatch::folderFor(llvm::StringRef Path) {
  llvm::StringRef Folder = llvm::sys::path::parent_path(Path);
  while (!Folder.empty() && !fs::exists(Folder))
    Folder = llvm::sys::path::parent_path(Folder);
  if (Folders.insert(Folder).second)
    removeLeftovers(Folder);
  return Folder.str();
}

llvm::Error FileBatch::add(llvm::StringRef Path, llvm::StringRef Text,
                           llvm::StringRef BackupSuffix,
                           std::optional<fs::perms> Mode) {
  if (BackupSuffix.contains('/'))
    return cannotWrite(Path, say(msg::SuffixNamesDirectory, BackupSuffix));
  llvm::Expected<Target> T = findTarget(Path);
  if (!T)
    return T.takeError();
  if (!Inside.empty() && leadsOutside(Path, Inside))
    return cannotWrite(Path, say(msg::LeadsOutOf, Inside));
  auto File = std::make_unique<Staged>();
  File->Path = Path.str();
  File->T = std::move(*T);
  llvm::StringRef Like = File->T.Exists ? File->T.Path.str() : "";

  std::string Folder = folderFor(File->T.Path);
  if (std::error_code EC = File->Temp.createIn(Folder))
    return cannotWrite(Path, EC);
  if (std::error_code EC = File->Temp.write(Text))
    return cannotWrite(Path, EC);
  if (std::error_code EC = File->Temp.finish(Like, Mode))
    return cannotWrite(Path, EC);

  if (File->T.Exists && !BackupSuffix.empty()) {
    File->BackupPath = (File->T.Path + BackupSuffix).str();
    if (llvm::Error E = File->stageBackup(Folder))
      return E;
  }
  Files.push_back(std::move(File));
  return stopIfAsked();
}

void FileBatch::commit(llvm::function_ref<void(size_t, llvm::Error)> Done) {
  std::vector<std::string> Texts, Changed;
  for (const auto &File : Files) {
    Texts.push_back(File->Temp.name().str());
    if (!File->Backup.name().empty())
      Texts.push_back(File->Backup.name().str());
  }
  std::error_code EC = syncAll(Texts);
  for (auto [Index, File] : llvm::enumerate(Files)) {
    llvm::StringRef Folder = llvm::sys::path::parent_path(File->T.Path);
    Changed.push_back(Folder.empty() ? "." : Folder.str());
    Done(Index, EC ? cannotWrite(File->Path, EC) : File->moveIntoPlace());
  }
  // Makes the renaming last; not every file system can, so errors do not count.
  llvm::sort(Changed);
  Changed.erase(llvm::unique(Changed), Changed.end());
  (void)syncAll(Changed);
  Files.clear();
  Folders.clear();
}

// Whoever names one file means its folder to be there.
static llvm::Error checkFolder(llvm::StringRef Path) {
  llvm::StringRef Folder = llvm::sys::path::parent_path(Path);
  if (Folder.empty() || fs::exists(Folder))
    return llvm::Error::success();
  return cannotWrite(
      Path, std::make_error_code(std::errc::no_such_file_or_directory));
}

llvm::Error musify::checkWritable(llvm::StringRef Path) {
  if (llvm::Error E = checkFolder(Path))
    return E;
  llvm::Expected<Target> T = findTarget(Path);
  if (!T)
    return T.takeError();
  llvm::StringRef Folder = llvm::sys::path::parent_path(T->Path);
  if (std::error_code EC =
          fs::access(Folder.empty() ? "." : Folder, fs::AccessMode::Write))
    return cannotWrite(Path, EC);
  return llvm::Error::success();
}

llvm::Error musify::writeFileAtomically(llvm::StringRef Path,
                                        llvm::StringRef Text,
                                        llvm::StringRef BackupSuffix) {
  if (llvm::Error E = checkFolder(Path))
    return E;
  FileBatch Batch;
  if (llvm::Error E = Batch.add(Path, Text, BackupSuffix))
    return E;
  llvm::Error Result = llvm::Error::success();
  Batch.commit([&](size_t, llvm::Error E) {
    Result = llvm::joinErrors(std::move(Result), std::move(E));
  });
  return Result;
}
