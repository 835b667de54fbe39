#include "Project/Paths.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

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

} // namespace musify
