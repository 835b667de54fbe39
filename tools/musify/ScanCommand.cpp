// What a port of a repository will take, before it is begun.
#include "Beside/Advice.h"
#include "Commands.h"
#include "ConfigFile.h"
#include "Driver/ExitCode.h"
#include "Driver/ReportFiles.h"
#include "Driver/RuleLevels.h"
#include "Help.h"
#include "Report/Html.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *ScanHelp =
    "Estimates the work of a port. Reports which CUDA APIs a repository uses,\n"
    "what a port does by itself, the obstacles, and the remaining effort. No\n"
    "file is changed; the result goes to standard output.\n\n"
    "Exit status: 0 done, with any findings; 2 usage or I/O error.";

struct ScanCommand {
  PortRequest Port;
  ParseOptions Parsing;
  ConfigOptions Config;
  std::vector<std::string> Arch;
  std::string Format = "text", Html;
  bool Quiet = false;
};

void addOptions(CLI::App *Scan, ScanCommand &O) {
  addPathsOption(*Scan, O.Port.Paths)->required();
  addParseOptions(*Scan, O.Port, O.Parsing);
  addTargetsOption(*Scan, O.Arch);
  addMusaVersionOption(*Scan, O.Port.Edits.MusaVersion,
                       "the target MUSA SDK; reports the names that it lacks");
  addConfigOptions(*Scan, O.Config);
  beginGroup(*Scan, group::Output);
  oneOf(Scan->add_option("--format", O.Format,
                         "text is one page; json is complete (docs/scan.md)"),
        {"text", "json"})
      ->capture_default_str();
  addHtmlOption(*Scan, O.Html);
  Scan->add_flag("-q,--quiet", O.Quiet, "no progress");
}

Expected<int> runScanCommand(ScanCommand &O, const Table &Names,
                             const CommandLine &Line) {
  O.Port.Edits.IsLint = true;
  if (Error E = setTargets(O.Port.Edits, O.Arch))
    return std::move(E);
  auto Config = readPortConfig(O.Config, O.Port);
  if (!Config)
    return Config.takeError();
  std::vector<ReportFile> Reports;
  if (!O.Html.empty() && O.Html != "-")
    Reports.push_back({"--html", O.Html});
  if (Error E = checkReports(Reports))
    return std::move(E);
  applyParseOptions(O.Port, O.Parsing);
  chooseCache(O.Port, O.Parsing, Line);
  if (!O.Quiet)
    showProgress(O.Port, Line.Lang);
  auto Result = [&] {
    StopsOnInterrupt Scope(O.Port);
    return runPort(O.Port, Names);
  }();
  if (!Result)
    return Result.takeError();
  std::vector<std::string> InUse = filesInUse(*Result, OutputRequest());
  append_range(InUse, settingsInUse(Line, O.Port, O.Config.Path));
  if (Error E = checkReports(Reports, InUse))
    return std::move(E);
  Result->Lang = Line.Lang;
  applyRuleLevels(*Result, *Config);
  Assessment A = assess(*Result);
  A.Way = advise(*Result, Names);
  outs() << (O.Format == "json"
                 ? assessmentJson(A, Line.Version)
                 : assessmentText(A, wantsColour(Line.Colour, 1)));
  outs().flush(); // before what goes to standard error
  if (Error E = writeNamed(O.Html, scanHtml(*Result, A, join(O.Port.Paths, " "),
                                            ruleHelp(Line.Lang))))
    return std::move(E);
  if (Result->Stopped)
    printLine("error", say(msg::RunStopped), Line.Lang);
  bool Failed = printPaths(Result->Skipped, Line.Lang);
  return Failed || Result->Stopped ? ExitFailed : ExitDone;
}

} // namespace

void addScanCommand(CommandLine &Line) {
  CLI::App *Scan = Line.App.add_subcommand("scan", ScanHelp);
  Scan->group(commands::Checking)
      ->footer("Example:\n"
               "  musify scan . --html scan.html");
  auto O = std::make_shared<ScanCommand>();
  addOptions(Scan, *O);
  addMappingOption(*Scan, Line);
  addStyleOptions(*Scan, Line);
  Scan->callback([O, &Line] {
    Line.Run = [O, &Line](const Table &Names) {
      return exitCodeOr(runScanCommand(*O, Names, Line));
    };
  });
}

} // namespace musify
