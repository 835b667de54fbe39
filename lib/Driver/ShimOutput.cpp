// Where the headers of a shim are written.
#include "Diag/MessageError.h"
#include "Driver/Shim.h"
#include "Edit/Plan.h"
#include "Shim/Header.h"
#include "Support/Untrusted.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

static Error checkTarget(StringRef Path, bool Force) {
  if (sys::fs::is_directory(Path))
    return errorOf(say(msg::NameAFile, Path));
  if (Force || !sys::fs::exists(Path))
    return Error::success();
  auto Old = readPlainFile(Path);
  if (Old && isShimText((*Old)->getBuffer()))
    return Error::success();
  return errorOf(say(msg::NotWrittenByShim, Path));
}

static Error writeHeaderFile(StringRef Path, StringRef Text) {
  StringRef Folder = sys::path::parent_path(Path);
  if (!Folder.empty())
    if (std::error_code EC = sys::fs::create_directories(Folder))
      return errorOf(say(msg::CannotCreate, Folder, systemMessage(EC)));
  return writeFileAtomically(Path, Text);
}

Error writeShimHeaders(const ShimResult &Result, const ShimRequest &Request,
                       bool Force) {
  if (Request.HeaderPath.empty() || Result.Header.empty())
    return Error::success();
  Error Faults = checkTarget(Request.HeaderPath, Force);
  for (const auto &[Path, Text] : Result.Forwards)
    Faults = joinErrors(std::move(Faults), checkTarget(Path, Force));
  if (Faults)
    return Faults;
  if (Error E = writeHeaderFile(Request.HeaderPath, Result.Header))
    return E;
  for (const auto &[Path, Text] : Result.Forwards)
    if (Error E = writeHeaderFile(Path, Text))
      return E;
  return Error::success();
}

} // namespace musify
