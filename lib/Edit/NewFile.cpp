#include "Edit/NewFile.h"
#include "Support/TemporaryName.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Chrono.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <chrono>
#include <csignal>
#include <sys/xattr.h>
#include <unistd.h>
#include <vector>

using namespace llvm;

namespace musify {

static std::error_code lastError() {
  return std::error_code(errno, std::generic_category());
}

NewFile::~NewFile() {
  close();
  if (!Path.empty())
    sys::fs::remove(Path);
}

std::error_code NewFile::close() {
  int Old = FD;
  FD = -1;
  return Old >= 0 && ::close(Old) ? lastError() : std::error_code();
}

std::error_code NewFile::createIn(StringRef Folder) {
  std::error_code EC;
  for (int Try = 0; Try < 128; ++Try) {
    SmallString<256> Name = Folder;
    sys::path::append(Name, TemporaryPrefix +
                                Twine(sys::Process::getProcessId()) + "-" +
                                utohexstr(sys::Process::GetRandomNumber(),
                                          /*LowerCase=*/true) +
                                TemporarySuffix);
    EC = sys::fs::openFileForReadWrite(
        Name, FD, sys::fs::CD_CreateNew, sys::fs::OF_None,
        sys::fs::owner_read | sys::fs::owner_write);
    if (!EC) {
      Path = std::string(Name);
      return EC;
    }
    FD = -1;
    if (EC != std::errc::file_exists)
      return EC;
  }
  return EC;
}

std::error_code NewFile::write(StringRef Text) {
  raw_fd_ostream OS(FD, /*shouldClose=*/false);
  OS << Text;
  OS.flush();
  std::error_code EC = OS.error();
  OS.clear_error(); // the destructor would end the process
  return EC;
}

/// Not every file system has all of them; what cannot be set is left out.
static void copyAttributes(const std::string &From, int To) {
  ssize_t Size = ::listxattr(From.c_str(), nullptr, 0);
  if (Size <= 0)
    return;
  std::string Names(Size, '\0');
  Size = ::listxattr(From.c_str(), Names.data(), Names.size());
  for (StringRef Rest(Names.data(), std::max<ssize_t>(Size, 0));
       !Rest.empty();) {
    auto [Name, Next] = Rest.split('\0');
    Rest = Next;
    std::string Each = Name.str();
    std::vector<char> Value(64 << 10); // more than Linux allows is not there
    ssize_t Length =
        ::getxattr(From.c_str(), Each.c_str(), Value.data(), Value.size());
    if (Length >= 0)
      (void)::fsetxattr(To, Each.c_str(), Value.data(), Length, 0);
  }
}

std::error_code NewFile::finish(StringRef Like,
                                std::optional<sys::fs::perms> Wanted) {
  int Mode = sys::fs::all_read | sys::fs::all_write;
  if (!Like.empty()) {
    sys::fs::file_status Old;
    if (std::error_code EC = sys::fs::status(Like, Old))
      return EC;
    Mode = Old.permissions();
    (void)sys::fs::changeFileOwnership(FD, Old.getUser(), Old.getGroup());
  } else {
    Mode &= ~int(sys::fs::getUmask());
  }
  if (Wanted)
    Mode = *Wanted;
  if (std::error_code EC = sys::fs::setPermissions(FD, sys::fs::perms(Mode)))
    return EC;
  if (!Like.empty())
    copyAttributes(Like.str(), FD);
  return close();
}

std::error_code NewFile::moveTo(StringRef Name) {
  std::error_code EC = sys::fs::rename(Path, Name);
  if (!EC)
    Path.clear();
  return EC;
}

/// A file may be that of a run in another container, where its number means
/// nothing here: no run takes that long between making and moving it.
static bool isLeftover(const sys::fs::directory_entry &File) {
  StringRef Name = sys::path::filename(File.path());
  pid_t Owner;
  if (ownerOfTemporary(Name).getAsInteger(10, Owner) || Owner <= 0)
    return false;
  auto Status = File.status();
  if (!Status || !sys::fs::is_regular_file(*Status))
    return false;
  auto Age =
      std::chrono::system_clock::now() - Status->getLastModificationTime();
  return Age > std::chrono::minutes(10) && ::kill(Owner, 0) && errno == ESRCH;
}

void removeLeftovers(StringRef Folder) {
  std::error_code EC;
  sys::fs::directory_iterator File(Folder.empty() ? "." : Folder, EC,
                                   /*follow_symlinks=*/false);
  for (; !EC && File != sys::fs::directory_iterator(); File.increment(EC))
    if (isLeftover(*File))
      sys::fs::remove(File->path());
}

} // namespace musify
