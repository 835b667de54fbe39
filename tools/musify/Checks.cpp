#include "Checks.h"
#include "Diag/MessageError.h"
#include "Language.h"
#include "Report/SourceLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

std::string cannotWrite(StringRef Path, Message Why) {
  return told(say(msg::CannotWrite, printable(Path), std::move(Why)));
}

StringRef parentOf(StringRef Path) {
  StringRef Parent = sys::path::parent_path(Path);
  return Parent.empty() ? "." : Parent;
}

/// Files are replaced, so that their directory is written.
std::string writableBelow(StringRef Directory, StringRef Path) {
  if (!sys::fs::exists(Directory))
    return cannotWrite(Path, say(msg::NoSuchFile));
  if (!sys::fs::is_directory(Directory))
    return cannotWrite(Path, say(msg::PathNotDirectory, printable(Directory)));
  if (sys::fs::access(Directory, sys::fs::AccessMode::Write))
    return cannotWrite(Path, say(msg::PathReadOnly, printable(Directory)));
  return "";
}

} // namespace

std::string notEmpty(const std::string &Path) {
  return Path.empty() ? told(say(msg::PathEmpty)) : "";
}

std::string existingPath(const std::string &Path) {
  if (Path.empty() || sys::fs::exists(Path))
    return notEmpty(Path);
  if (Path == "-")
    return told(say(msg::UseStdinFilename));
  sys::fs::file_status Link;
  bool IsBroken = !sys::fs::status(Path, Link, /*follow=*/false);
  return told(say(msg::ProblemOf, printable(Path),
                  IsBroken ? say(msg::BrokenLink) : say(msg::NoSuchFile)));
}

std::string existingFile(const std::string &Path) {
  std::string Wrong = existingPath(Path);
  if (Wrong.empty() && sys::fs::is_directory(Path))
    return told(say(msg::PathIsDirectory, printable(Path)));
  return Wrong;
}

std::string plainName(const std::string &Path) {
  if (sys::fs::is_directory(Path) || StringRef(Path).ends_with("/"))
    return told(say(msg::PathIsDirectory, printable(Path)));
  return notEmpty(Path);
}

std::string existingDirectory(const std::string &Path) {
  std::string Wrong = existingPath(Path);
  if (Wrong.empty() && !sys::fs::is_directory(Path))
    return told(say(msg::PathNotDirectory, printable(Path)));
  return Wrong;
}

std::string writableFile(const std::string &Path) {
  if (Path.empty() || Path == "-")
    return notEmpty(Path);
  if (sys::fs::is_directory(Path))
    return told(say(msg::PathIsDirectory, printable(Path)));
  if (!sys::fs::exists(Path))
    return writableBelow(parentOf(Path), Path);
  if (!sys::fs::is_regular_file(Path))
    return told(say(msg::DashIsOutput, printable(Path)));
  if (sys::fs::access(Path, sys::fs::AccessMode::Write))
    return cannotWrite(Path, say(msg::FileReadOnly));
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
