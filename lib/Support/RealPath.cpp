#include "Support/RealPath.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

std::string realTarget(StringRef Path) {
  SmallString<256> Full(Path), Real;
  if (sys::fs::make_absolute(Full))
    return "";
  sys::path::remove_dots(Full); // also what `new/` ends with
  std::error_code EC = sys::fs::real_path(Full, Real);
  if (!EC)
    return std::string(Real);
  StringRef Above = sys::path::parent_path(Full);
  bool IsMissing = EC == std::errc::no_such_file_or_directory &&
                   !sys::fs::is_symlink_file(Full);
  if (!IsMissing || Above.empty())
    return "";
  StringRef Name = sys::path::filename(Full);
  if (Name == "..") // of a directory that is not there
    return "";
  std::string Parent = realTarget(Above);
  return Parent.empty() ? "" : Parent + (Parent == "/" ? "" : "/") + Name.str();
}

bool leadsOutside(StringRef Path, StringRef Root, bool Follow) {
  std::string Inside = realTarget(Root.empty() ? "." : Root);
  StringRef Above = sys::path::parent_path(Path);
  std::string Real =
      Follow ? realTarget(Path) : realTarget(Above.empty() ? "." : Above);
  if (Inside.empty() || Real.empty())
    return true;
  StringRef Rest = Real;
  return !Rest.consume_front(Inside) ||
         (Inside != "/" && !Rest.empty() && Rest[0] != '/');
}

} // namespace musify
