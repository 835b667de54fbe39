#include "Checks.h"
#include "Report/SourceLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

std::string inBackticks(StringRef Path) { return "`" + printable(Path) + "`"; }

std::string cannotWrite(StringRef Path, const Twine &Why) {
  return "cannot write " + inBackticks(Path) + ": " + Why.str();
}

std::string reason(std::errc Code) {
  return std::make_error_code(Code).message();
}

StringRef parentOf(StringRef Path) {
  StringRef Parent = sys::path::parent_path(Path);
  return Parent.empty() ? "." : Parent;
}

/// Files are replaced, so that their directory is written.
std::string writableBelow(StringRef Directory, StringRef Path) {
  if (!sys::fs::exists(Directory))
    return cannotWrite(Path, reason(std::errc::no_such_file_or_directory));
  if (!sys::fs::is_directory(Directory))
    return cannotWrite(Path, inBackticks(Directory) + " is not a directory");
  if (sys::fs::access(Directory, sys::fs::AccessMode::Write))
    return cannotWrite(Path, inBackticks(Directory) + " is read-only");
  return "";
}

} // namespace

std::string notEmpty(const std::string &Path) {
  return Path.empty() ? "the path is empty" : "";
}

std::string existingPath(const std::string &Path) {
  if (Path.empty() || sys::fs::exists(Path))
    return notEmpty(Path);
  if (Path == "-")
    return "-: standard input is not accepted; --stdin-filename reads it";
  sys::fs::file_status Link;
  bool IsBroken = !sys::fs::status(Path, Link, /*follow=*/false);
  return printable(Path) + ": " +
         (IsBroken ? "broken symbolic link"
                   : reason(std::errc::no_such_file_or_directory));
}

std::string existingFile(const std::string &Path) {
  std::string Wrong = existingPath(Path);
  if (Wrong.empty() && sys::fs::is_directory(Path))
    return inBackticks(Path) + " is a directory";
  return Wrong;
}

std::string existingDirectory(const std::string &Path) {
  std::string Wrong = existingPath(Path);
  if (Wrong.empty() && !sys::fs::is_directory(Path))
    return inBackticks(Path) + " is not a directory";
  return Wrong;
}

std::string writableFile(const std::string &Path) {
  if (Path.empty() || Path == "-")
    return notEmpty(Path);
  if (sys::fs::is_directory(Path))
    return inBackticks(Path) + " is a directory";
  if (!sys::fs::exists(Path))
    return writableBelow(parentOf(Path), Path);
  if (!sys::fs::is_regular_file(Path))
    return inBackticks(Path) + " is not a regular file; `-` is standard output";
  if (sys::fs::access(Path, sys::fs::AccessMode::Write))
    return cannotWrite(Path, "the file is read-only");
  return writableBelow(parentOf(Path), Path);
}

std::string writableOutput(const std::string &Path) {
  if (Path.empty())
    return notEmpty(Path);
  if (sys::fs::is_directory(Path))
    return writableBelow(Path, Path);
  if (sys::fs::exists(Path))
    return writableFile(Path);
  StringRef Above = parentOf(Path);
  while (!sys::fs::exists(Above))
    Above = parentOf(Above);
  return writableBelow(Above, Path);
}

} // namespace musify
