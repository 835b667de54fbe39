#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Mapping/Load.h"
#include "Sdk/Embedded.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {

void printError(Error E) {
  handleAllErrors(std::move(E), [](const ErrorInfoBase &Info) {
    errs() << "musify: error: " << Info.message() << '\n';
  });
}

static Error layOverlays(Table &Names, ArrayRef<std::string> Paths) {
  for (const std::string &Path : Paths) {
    auto Entries = loadMapping(Path);
    if (!Entries)
      return Entries.takeError();
    for (const std::string &Conflict : Names.overlay(std::move(*Entries)))
      errs() << "musify: note: " << Path << ": " << Conflict << '\n';
  }
  return Error::success();
}

static int run(int Argc, char **Argv) {
  int ExitCode = ExitDone;
  auto O = parseOptions(Argc, Argv, MUSIFY_VERSION, ExitCode);
  if (!O)
    return ExitCode;
  Table Names = builtinTable();
  if (Error E = layOverlays(Names, O->MappingFiles)) {
    printError(std::move(E));
    return ExitFailed;
  }
  return O->What == Options::Command::Query
             ? runQueryCommand(*O, Names)
             : runPortCommand(*O, Names, MUSIFY_VERSION);
}

} // namespace musify

int main(int Argc, char **Argv) { return musify::run(Argc, Argv); }
