#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Report/Diff.h"
#include "Report/Json.h"
#include "Report/Text.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {

static bool wantsColour(ColourMode Mode, int Descriptor) {
  if (Mode != ColourMode::Auto)
    return Mode == ColourMode::Always;
  return !sys::Process::GetEnv("NO_COLOR") &&
         sys::Process::FileDescriptorIsDisplayed(Descriptor);
}

static void printDiffs(const RunResult &Result, bool Rename, bool Colour) {
  for (const FileResult &F : Result.Files) {
    std::string NewName = Rename ? musaFileName(F.Shown) : F.Shown;
    auto Below = [](StringRef Side, StringRef Path) {
      return (Side + Path.ltrim('/')).str();
    };
    outs() << unifiedDiff(Below("a/", F.Shown), Below("b/", NewName), F.OldText,
                          F.Plan, Colour);
  }
  outs().flush(); // before what goes to standard error
}

/// One line that is written over; only where a person looks at it.
static void showProgress(PortRequest &Request) {
  if (!sys::Process::StandardErrIsDisplayed())
    return;
  Request.Progress = [](unsigned Done, unsigned Total, StringRef Unit) {
    errs() << "\r\033[K[" << Done + 1 << '/' << Total << "] "
           << Unit.take_back(60);
    if (Done + 1 == Total)
      errs() << "\r\033[K";
  };
}

int runPortCommand(const Options &O, const Table &Names, const char *Version) {
  PortRequest Request = O.Port;
  if (!O.Quiet)
    showProgress(Request);
  auto Result = runPort(Request, Names);
  if (!Result) {
    printError(Result.takeError());
    return ExitFailed;
  }
  Result->ToolVersion = Version;
  if (Error E = writeOutputs(*Result, O.Output)) {
    printError(std::move(E));
    return ExitFailed;
  }
  if (O.Output.Mode == OutputMode::Diff)
    printDiffs(*Result, O.Output.Rename, wantsColour(O.Colour, 1));
  bool Colour = wantsColour(O.Colour, 2);
  if (!O.Quiet) {
    printFindings(errs(), *Result, Colour, O.Verbose);
    printSummary(errs(), *Result, Colour);
  } else {
    for (const SkippedResult &S : Result->Skipped)
      if (S.IsError)
        errs() << "musify: error: " << S.Path << ": " << S.Reason << '\n';
  }
  if (!O.ReportPath.empty())
    if (Error E = writeFileAtomically(O.ReportPath, jsonReport(*Result))) {
      printError(std::move(E));
      return ExitFailed;
    }
  return exitCodeFor(*Result);
}

} // namespace musify
