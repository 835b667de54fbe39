#include "Checks.h"
#include "Commands.h"
#include "ConfigFile.h"
#include "Driver/ExitCode.h"
#include "Driver/ReportFiles.h"
#include "Driver/RuleLevels.h"
#include "Driver/Shim.h"
#include "Driver/Tree.h"
#include "Help.h"
#include "Language.h"
#include "Platform/Platform.h"
#include "Report/Diff.h"
#include "Report/Json.h"
#include "Report/SourceLine.h"
#include "Report/Summary.h"
#include "Report/Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *ShimHelp =
    "Writes a header that defines the CUDA names which the code uses as MUSA\n"
    "names, so that the code keeps its CUDA names. Without -o the header goes\n"
    "to standard output. Findings go to standard error.\n\n"
    "Exit status: 0 the header is enough; 1 findings need manual work;\n"
    "2 usage or I/O error, or the sources would change without the macro.";

struct ShimCommand {
  ShimRequest Shim;
  ParseOptions Parsing;
  ConfigOptions Config;
  std::string ReportPath;
  bool InPlace = false, Force = false, Quiet = false, Verbose = false;
};

void addOptions(CLI::App &Shim, ShimCommand &O) {
  addPathsOption(Shim, O.Shim.Port.Paths)->required();
  addParseOptions(Shim, O.Shim.Port, O.Parsing);
  beginGroup(Shim, group::Result);
  auto *Header = Shim.add_option("-o,--output", O.Shim.HeaderPath,
                                 "write the header there")
                     ->type_name("FILE")
                     ->check(writableOutput);
  Shim.add_option("--macro", O.Shim.Macro,
                  "macro that a build for MUSA defines")
      ->type_name("NAME")
      ->capture_default_str();
  Shim.add_option("--include-dir", O.Shim.IncludeDir,
                  "write forwarding headers with CUDA's file names there, for "
                  "-I in a build for MUSA")
      ->type_name("DIR")
      ->check(writableOutput)
      ->needs(Header);
  Shim.add_option("--include-as", O.Shim.IncludeAs,
                  "how sources name the header (default: a relative path)")
      ->type_name("PATH")
      ->check(notEmpty);
  auto *Guard =
      Shim.add_flag(
              "--guard", O.Shim.Guard,
              "write separate lines for MUSA where a header cannot help; a "
              "diff, unless --in-place or --tree")
          ->needs(Header);
  auto *InPlace = Shim.add_flag("--in-place", O.InPlace,
                                "with --guard: change the files themselves")
                      ->needs(Guard);
  Shim.add_option("--tree", O.Shim.TreePath,
                  "with --guard: write a mirrored tree")
      ->type_name("DIR")
      ->check(writableOutput)
      ->needs(Guard)
      ->excludes(InPlace);
  Shim.add_flag("--force", O.Force,
                "replace a header that musify shim did not write");
  addConfigOptions(Shim, O.Config);
  addReportOption(Shim, O.ReportPath);
  Shim.add_flag("-q,--quiet", O.Quiet, "no findings and no summary");
  Shim.add_flag("-v,--verbose", O.Verbose, "notes too");
}

/// The other commands know a branch for MUSA by this too.
void checkMacro(StringRef Macro) {
  bool Plain = !Macro.empty() && !isDigit(Macro[0]) &&
               all_of(Macro, [](char C) { return isAlnum(C) || C == '_'; });
  if (!Plain || !Macro.contains("MUSA"))
    throw usageError(
        say(msg::ProblemOf, "--macro", say(msg::NotMacroOfMusa, Macro)));
}

/// What is to be done now.
void printAdvice(const ShimCommand &O, const ShimResult &R) {
  const ShimRequest &Shim = O.Shim;
  std::string Header = Shim.HeaderPath.empty() ? "HEADER" : Shim.HeaderPath;
  auto Tell = [&](const Message &What) {
    errs() << printable(What.text(R.Run.Lang)) << '\n';
  };
  if (R.Header.empty())
    Tell(say(msg::ShimNothing));
  else
    Tell(Shim.HeaderPath.empty() ? say(msg::ShimNames, R.Names)
                                 : say(msg::ShimNamesIn, R.Names, Header));
  if (!R.Forwards.empty())
    Tell(say(msg::ShimForwards, R.Forwards.size(), Shim.IncludeDir));
  if (R.WithoutInclude)
    Tell(say(msg::ShimWithoutInclude, R.WithoutInclude, Header));
  if (R.Places)
    Tell(Shim.Guard ? say(msg::ShimByHand, R.Places)
                    : say(msg::ShimNotCovered, R.Places));
  if (R.Header.empty())
    return;
  const TargetPlatform &Target = targetPlatform();
  if (const std::string &Own = Target.Macros.Compiler.front();
      Shim.Macro == Own)
    Tell(say(msg::ShimOwnMacro, Target.Compiler.Name, Own));
  else
    Tell(say(msg::ShimDefine, Shim.Macro));
}

OutputRequest outputOf(const ShimCommand &O) {
  OutputRequest Output;
  Output.Mode = O.InPlace ? OutputMode::InPlace : OutputMode::Tree;
  Output.Path = O.Shim.TreePath;
  Output.Overwrites = O.Force;
  return Output;
}

/// A mirrored tree goes first: it may be refused, and then nothing is written.
Error writeAll(const ShimCommand &O, ShimResult &R, const CommandLine &Line) {
  if (!O.Shim.TreePath.empty())
    if (Error E = writeOutputs(R.Run, outputOf(O)))
      return E;
  if (Error E = writeShimHeaders(R, O.Shim, O.Force))
    return E;
  if (O.Shim.HeaderPath.empty())
    outs() << R.Header;
  if (O.InPlace)
    return writeOutputs(R.Run, outputOf(O));
  if (!O.Shim.Guard || !O.Shim.TreePath.empty())
    return Error::success();
  for (const FileResult &F : R.Run.Files) {
    std::string Below = StringRef(F.Shown).ltrim('/').str();
    outs() << unifiedDiff("a/" + Below, "b/" + Below, F.OldText, F.Plan,
                          wantsColour(Line.Colour, 1));
  }
  return Error::success();
}

/// What the run writes, but for sources.
std::vector<ReportFile> outputsOf(const ShimCommand &O,
                                  const ShimResult &Result) {
  std::vector<ReportFile> Out;
  if (!O.Shim.HeaderPath.empty())
    Out.push_back({"-o", O.Shim.HeaderPath});
  for (const auto &[Path, Text] : Result.Forwards)
    Out.push_back({"--include-dir", Path});
  if (!O.ReportPath.empty() && O.ReportPath != "-")
    Out.push_back({"--report", O.ReportPath});
  return Out;
}

/// Fails if an output would replace another one or what the run reads.
Error checkOutputs(const ShimCommand &O, const ShimResult &Result,
                   const CommandLine &Line) {
  std::vector<ReportFile> Outputs = outputsOf(O, Result);
  if (Error E = checkDistinct(Outputs))
    return E;
  std::vector<std::string> InUse =
      settingsInUse(Line, O.Shim.Port, O.Config.Path);
  for (const FileResult &F : Result.Run.Files) {
    InUse.push_back(F.Path);
    if (!O.Shim.TreePath.empty())
      InUse.push_back(inTree(O.Shim.TreePath, F.Relative));
  }
  return checkReports(Outputs, InUse);
}

Expected<int> runShimCommand(ShimCommand &O, const Table &Names,
                             const CommandLine &Line) {
  auto Config = readPortConfig(O.Config, O.Shim.Port);
  if (!Config)
    return Config.takeError();
  chooseCache(O.Shim.Port, O.Parsing, Line);
  if (!O.Quiet)
    showProgress(O.Shim.Port, Line.Lang);
  auto Result = runShim(O.Shim, Names);
  if (!Result)
    return Result.takeError();
  applyRuleLevels(Result->Run, *Config);
  Result->Run.ToolVersion = Line.Version;
  Result->Run.Lang = Line.Lang;
  if (Error E = checkOutputs(O, *Result, Line))
    return std::move(E);
  if (Error E = writeAll(O, *Result, Line))
    return std::move(E);
  outs().flush(); // before what goes to standard error
  bool Colour = wantsColour(Line.Colour, 2);
  if (!O.Quiet) {
    printFindings(errs(), Result->Run, Colour, O.Verbose);
    printSummary(errs(), Result->Run, Colour);
    printAdvice(O, *Result);
  } else {
    printPaths(Result->Run.Skipped, Line.Lang);
  }
  if (!O.ReportPath.empty())
    if (Error E = writeNamed(O.ReportPath, jsonReport(Result->Run)))
      return std::move(E);
  return exitCodeFor(Result->Run);
}

} // namespace

void addShimCommand(CommandLine &Line) {
  CLI::App *Shim = Line.App.add_subcommand("shim", ShimHelp);
  Shim->group(commands::Porting)
      ->footer("Example:\n"
               "  musify shim src -o include/cuda_to_musa.h");
  auto O = std::make_shared<ShimCommand>();
  addOptions(*Shim, *O);
  addMappingOption(*Shim, Line);
  addStyleOptions(*Shim, Line);
  Shim->callback([O, &Line] {
    checkMacro(O->Shim.Macro);
    applyParseOptions(O->Shim.Port, O->Parsing);
    Line.Run = [O, &Line](const Table &Names) {
      return exitCodeOr(runShimCommand(*O, Names, Line));
    };
  });
}

} // namespace musify
