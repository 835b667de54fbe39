// A port of a whole file by the lexer: all bytes outside of the edits stay, and
// a second port changes nothing.
#include "Driver/Port.h"
#include "Edit/Plan.h"
#include "Fuzz.h"
#include "Sdk/Embedded.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <cstdlib>

using namespace llvm;
using namespace musify;

/// An empty file, in whose place the texts are read. It goes with the process.
static const std::string &inputPath() {
  static SmallString<128> Folder;
  static const std::string Path = [] {
    require(!sys::fs::createUniqueDirectory("musify-fuzz", Folder),
            "no temporary directory");
    SmallString<128> Real, File;
    require(!sys::fs::real_path(Folder, Real), "no real path");
    File = Real;
    sys::path::append(File, "a.cu");
    std::error_code EC;
    raw_fd_ostream Empty(File, EC);
    std::atexit([] { sys::fs::remove_directories(Folder); });
    return std::string(File);
  }();
  return Path;
}

static RunResult port(StringRef Text) {
  static const Table Names = builtinTable();
  PortRequest Request;
  Request.Paths = {inputPath()};
  Request.Texts[inputPath()] = Text.str();
  Request.Parse = false;
  Request.Jobs = 1;
  return cantFail(runPort(Request, Names));
}

static std::string textAfter(const RunResult &Result) {
  const FileResult &File = Result.Files.front();
  return cantFail(applyEdits(File.OldText, File.Plan));
}

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  RunResult First = port(textOf(Data, Size));
  if (First.Files.empty())
    return 0;
  std::string Text = textAfter(First);
  RunResult Second = port(Text);
  require(!Second.Files.empty() && textAfter(Second) == Text,
          "a second port changes something");
  return 0;
}
