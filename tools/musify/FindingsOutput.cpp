#include "FindingsOutput.h"
#include "Checks.h"
#include "Diag/MessageError.h"
#include "Driver/ReportFiles.h"
#include "Help.h"
#include "Language.h"
#include "Lint/Catalogue.h"
#include "Report/SourceLine.h"
#include "Support/RealPath.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;

namespace musify {
namespace {

/// What --help says of each format.
std::string formatList() {
  std::string List = helpText("FORMAT[:FILE]; may be repeated. Formats:");
  for (const LintFormat &F : lintFormats())
    List += ("\n" + F.Name + ": " + helpText(F.Summary)).str();
  return List;
}

/// `Wrong` of `Option`, which is in the language of the run already.
Error wrongValue(StringRef Option, StringRef Wrong) {
  return errorOf(say(msg::ProblemOf, Option, say(msg::Note, Wrong)));
}

/// `Path` of a configuration file is relative to that file.
std::string besideConfig(const std::string &Path, const LintConfig &Config) {
  SmallString<256> Full(Path);
  if (sys::path::is_relative(Full) && !Config.Folder.empty()) {
    Full = Config.Folder;
    sys::path::append(Full, Path);
  }
  return std::string(Full);
}

/// A configuration that was found came with the code that is checked: it may
/// name no file to write outside of its directory, nor a hidden one there.
Error checkPlace(const std::string &Full, const LintConfig &Config,
                 const FindingsOptions &O) {
  if (!O.Config.Path.empty())
    return Error::success();
  std::string Real = realTarget(Full);
  StringRef Below = Real;
  bool IsInside = !leadsOutside(Full, Config.Folder) &&
                  Below.consume_front(realTarget(Config.Folder));
  if (IsInside && !Below.contains("/."))
    return Error::success();
  return errorOf(say(msg::ConfigWritesOutside, Full));
}

/// Where both speak, the command line wins over the configuration.
Error settle(LintRequest &Lint, const FindingsOptions &O) {
  LintConfig &Config = Lint.Config;
  if (!O.FailOn.empty())
    Config.FailOn = parseSeverity(O.FailOn);
  Lint.FailOn = Config.FailOn.value_or(Severity::Warning);
  if (Lint.BaselinePath.empty() && !Config.Baseline.empty()) {
    Lint.BaselinePath = besideConfig(Config.Baseline, Config);
    if (Lint.UpdateBaseline)
      if (Error E = checkPlace(Lint.BaselinePath, Config, O))
        return E;
  }
  if (Lint.UpdateBaseline && !Lint.BaselinePath.empty())
    if (std::string Wrong = writableFile(Lint.BaselinePath); !Wrong.empty())
      return wrongValue("--update-baseline", Wrong);
  if (Lint.UpdateBaseline && Lint.BaselinePath.empty())
    return errorOf(say(msg::UpdateNeedsBaseline));
  return Error::success();
}

Error noSuchFormat(StringRef Name) {
  SmallVector<StringRef, 8> Known;
  for (const LintFormat &F : lintFormats())
    Known.push_back(F.Name);
  return errorOf(
      say(msg::NoSuchFormat, Name, listOf(Known)).add(didYouMean(Name, Known)));
}

Expected<std::vector<FindingsOutput>> chooseOutputs(const LintConfig &Config,
                                                    const FindingsOptions &O) {
  bool FromConfig = O.Formats.empty();
  std::vector<FindingsOutput> Outputs;
  std::set<std::string> Paths;
  for (const std::string &Spelled : FromConfig ? Config.Formats : O.Formats) {
    auto [Name, Path] = StringRef(Spelled).split(':');
    FindingsOutput Out{findLintFormat(Name), Path.str()};
    if (!Out.Format)
      return noSuchFormat(Name);
    if (FromConfig && !Path.empty()) {
      Out.Path = besideConfig(Out.Path, Config);
      if (Error E = checkPlace(Out.Path, Config, O))
        return std::move(E);
    }
    if (Out.Path == "-")
      Out.Path.clear();
    if (!Out.Path.empty())
      if (std::string Wrong = writableFile(Out.Path); !Wrong.empty())
        return wrongValue("--format " + Spelled, Wrong);
    if (!Paths.insert(Out.Path).second)
      return errorOf(Path.empty() ? say(msg::TwoFormats, Spelled)
                                  : say(msg::TwoFormatsOfFile, Path));
    Outputs.push_back(std::move(Out));
  }
  if (Outputs.empty())
    Outputs.push_back({findLintFormat("text"), ""});
  if (!O.Html.empty())
    Outputs.push_back({findLintFormat("html"), O.Html == "-" ? "" : O.Html});
  return Outputs;
}

std::vector<ReportFile> reportsOf(ArrayRef<FindingsOutput> Outputs) {
  std::vector<ReportFile> Out;
  for (const FindingsOutput &Each : Outputs)
    if (!Each.Path.empty())
      Out.push_back({"--format " + Each.Format->Name.str(), Each.Path});
  return Out;
}

void printRemarks(const LintResult &Result, bool Quiet, StringRef Summary) {
  printPaths(Result.Skipped, Result.Lang, Quiet ? "" : "note");
  if (Result.Stopped)
    printLine("error", say(msg::RunStopped), Result.Lang);
  if (Quiet)
    return;
  for (const std::string &Entry : Result.Stale)
    printLine("note", say(msg::StaleBaseline, Entry), Result.Lang);
  errs() << Summary;
}

} // namespace

Expected<std::string> readNamedFile(const std::string &Path,
                                    TypedId<2> Failure) {
  auto Buffer = Path == "-" ? MemoryBuffer::getSTDIN() : readCopy(Path);
  if (!Buffer)
    return errorOf(say(Failure, Path, systemMessage(Buffer.getError())));
  return (*Buffer)->getBuffer().str();
}

void addFindingsOptions(CLI::App &Command, LintRequest &Lint,
                        FindingsOptions &O) {
  beginGroup(Command, group::Findings);
  oneOf(Command.add_option("--fail-on", O.FailOn,
                           "lowest severity that gives exit status 1"),
        {"error", "warning", "note"})
      ->default_str("warning");
  Command.add_option("--format", O.Formats, formatList())
      ->allow_extra_args(false)
      ->type_name("FORMAT[:FILE]");
  addConfigOptions(Command, O.Config);
  Command
      .add_option("--baseline", Lint.BaselinePath,
                  "suppress the findings that this file contains")
      ->type_name("FILE");
  Command.add_flag("--update-baseline", Lint.UpdateBaseline,
                   "write all current findings to the baseline file");
  beginGroup(Command, group::Output);
  addHtmlOption(Command, O.Html);
  Command.add_flag("-q,--quiet", O.Quiet, "no summary");
  Command.add_flag("-v,--verbose", O.Verbose,
                   "text: notes too, and all places of a finding");
}

Expected<std::vector<FindingsOutput>> settleFindings(LintRequest &Lint,
                                                     const FindingsOptions &O) {
  auto Config = readConfig(O.Config, startOf(Lint.Port));
  if (!Config)
    return Config.takeError();
  Lint.Config = std::move(*Config);
  if (Error E = settle(Lint, O))
    return std::move(E);
  auto Outputs = chooseOutputs(Lint.Config, O);
  if (!Outputs)
    return Outputs;
  std::vector<ReportFile> Reports = reportsOf(*Outputs);
  if (Lint.UpdateBaseline)
    Reports.push_back({"--update-baseline", Lint.BaselinePath});
  if (Error E = checkDistinct(Reports))
    return std::move(E);
  return Outputs;
}

/// What the run read.
static std::vector<std::string> filesInUse(const LintRequest &Lint,
                                           const LintResult &Result) {
  std::vector<std::string> Files;
  for (const std::string &Path : Result.Files)
    Files.push_back(sys::path::is_absolute(Path) ? Path
                                                 : Lint.Root + "/" + Path);
  if (!Lint.BaselinePath.empty())
    Files.push_back(Lint.BaselinePath);
  return Files;
}

Error writeFindings(ArrayRef<FindingsOutput> Outputs, const LintResult &Result,
                    const LintRequest &Lint, const FindingsOptions &O,
                    const CommandLine &Line, StringRef Summary) {
  std::vector<std::string> InUse = filesInUse(Lint, Result);
  append_range(InUse, settingsInUse(Line, Lint.Port, O.Config.Path));
  if (Error E = checkReports(reportsOf(Outputs), InUse))
    return E;
  Error Failed = Error::success();
  for (const FindingsOutput &Out : Outputs) {
    LintFormatOptions Options;
    Options.Command = O.Command;
    Options.Title = O.Title;
    Options.Help = ruleHelp(Result.Lang);
    Options.Colour = Out.Path.empty() && wantsColour(Line.Colour, 1);
    Options.Notes = O.Verbose || Result.FailOn == Severity::Note;
    Options.AllPlaces = O.Verbose || !Out.Path.empty();
    std::string Text = Out.Format->Write(Result, Options);
    if (Out.Path.empty())
      outs() << Text;
    else
      Failed =
          joinErrors(std::move(Failed), writeFileAtomically(Out.Path, Text));
  }
  outs().flush(); // before what goes to standard error
  printRemarks(Result, O.Quiet, Summary);
  return Failed;
}

} // namespace musify
