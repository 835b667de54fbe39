#include "Project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

using namespace llvm;

namespace musify {

std::string realPath(StringRef Path, StringRef Directory, vfs::FileSystem &FS) {
  SmallString<256> Absolute(Path), Real;
  sys::path::make_absolute(Directory, Absolute);
  if (!FS.getRealPath(Absolute, Real))
    return std::string(Real);
  sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  return std::string(Absolute);
}

std::string absolutePath(StringRef Path, vfs::FileSystem &FS) {
  SmallString<256> Absolute(Path);
  if (FS.makeAbsolute(Absolute))
    return Path.str();
  sys::path::remove_dots(Absolute);
  return std::string(Absolute);
}

bool isBelow(StringRef Path, StringRef Directory) {
  return Path.consume_front(Directory) &&
         (Directory.ends_with("/") || Path.starts_with("/"));
}

bool endsWithPath(StringRef Path, StringRef Tail) {
  return Path.ends_with(Tail) && (Path.size() == Tail.size() ||
                                  Path[Path.size() - Tail.size() - 1] == '/');
}

bool mayBeProject(StringRef Directory, vfs::FileSystem &FS) {
  std::string Home =
      realPath(sys::Process::GetEnv("HOME").value_or("/"), "/", FS);
  return Directory != "/" && Directory != Home && !isBelow(Home, Directory);
}

/// Directories in which no repository is looked for.
static std::vector<std::string> ceilings(vfs::FileSystem &FS) {
  auto All = sys::Process::GetEnv("GIT_CEILING_DIRECTORIES");
  SmallVector<StringRef, 4> Paths;
  if (All)
    StringRef(*All).split(Paths, ':', -1, /*KeepEmpty=*/false);
  std::vector<std::string> Out;
  for (StringRef Path : Paths)
    Out.push_back(realPath(Path, "/", FS));
  return Out;
}

std::string gitRoot(StringRef Path, vfs::FileSystem &FS) {
  std::vector<std::string> Ends = ceilings(FS);
  for (StringRef At = Path; !At.empty() && !is_contained(Ends, At);
       At = sys::path::parent_path(At))
    if (FS.exists(At + "/.git"))
      return mayBeProject(At, FS) ? At.str() : "";
  return "";
}

} // namespace musify
