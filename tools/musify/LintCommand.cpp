#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Driver/Lint.h"
#include "Report/LintFormat.h"
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

constexpr const char *LintHelp =
    "Reports what keeps CUDA code from working on MUSA. No file is changed.\n"
    "Findings go to standard output, or to the files that --format names.\n\n"
    "Exit status: 0 no finding reaches --fail-on; 1 some do; 2 usage or I/O\n"
    "error.";

struct LintCommand {
  LintRequest Lint;
  ParseOptions Parsing;
  std::vector<std::string> Arch, Formats;
  std::string FailOn, ConfigPath, ChangedSince, DiffPath, Html;
  bool NoConfig = false, Quiet = false, Verbose = false;
};

/// One form of output and where it goes.
struct Output {
  const LintFormat *Format;
  std::string Path; ///< empty: standard output
};

Error usageError(const Twine &Why) {
  return createStringError(inconvertibleErrorCode(), Why);
}

std::string formatList() {
  std::string List = "FORMAT[:FILE]; may be repeated. Formats:";
  for (const LintFormat &F : lintFormats())
    List += ("\n" + F.Name + ": " + F.Summary).str();
  return List;
}

void addOptions(CLI::App *Lint, LintCommand &O) {
  PortRequest &Port = O.Lint.Port;
  Lint->add_option("paths", Port.Paths, "files or directories")
      ->required()
      ->type_name("PATH");
  addParseOptions(*Lint, Port, O.Parsing);
  addTargetsOption(*Lint, O.Arch);
  addMusaVersionOption(*Lint, Port.Edits.MusaVersion,
                       "the target MUSA SDK; reports the names that it lacks");
  Lint->add_option("--fail-on", O.FailOn,
                   "lowest severity that gives exit status 1 (default warning)")
      ->check(CLI::IsMember({"error", "warning", "note"}));
  Lint->add_option("--format", O.Formats, formatList())
      ->allow_extra_args(false)
      ->type_name("FORMAT[:FILE]");
  auto *Config = Lint->add_option("--config", O.ConfigPath,
                                  "configuration file in place of the nearest "
                                  ".musify.toml")
                     ->type_name("FILE");
  Lint->add_flag("--no-config", O.NoConfig, "read no configuration file")
      ->excludes(Config);
  Lint->add_option("--baseline", O.Lint.BaselinePath,
                   "suppress the findings that this file contains")
      ->type_name("FILE");
  Lint->add_flag("--update-baseline", O.Lint.UpdateBaseline,
                 "write all current findings to the baseline file");
  auto *Since = Lint->add_option("--changed-since", O.ChangedSince,
                                 "only findings on lines that changed since "
                                 "the common ancestor with REV")
                    ->type_name("REV");
  Lint->add_option("--diff", O.DiffPath,
                   "only findings on lines that this unified diff adds; - "
                   "reads standard input")
      ->type_name("FILE")
      ->excludes(Since);
  addHtmlOption(*Lint, O.Html);
  Lint->add_flag("-q,--quiet", O.Quiet, "no summary");
  Lint->add_flag("-v,--verbose", O.Verbose, "text: notes too");
}

Expected<std::string> readFile(const std::string &Path, const Twine &What) {
  auto Buffer = MemoryBuffer::getFileOrSTDIN(Path);
  if (!Buffer)
    return usageError("cannot read " + What + " `" + Path +
                      "`: " + Buffer.getError().message());
  return (*Buffer)->getBuffer().str();
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

Error readConfig(LintCommand &O) {
  std::string Path = O.ConfigPath;
  if (Path.empty() && !O.NoConfig)
    Path = findConfig(O.Lint.Port.Paths.front());
  if (Path.empty())
    return Error::success();
  auto Text = readFile(Path, "configuration");
  if (!Text)
    return Text.takeError();
  SmallString<256> Real;
  if (sys::fs::real_path(Path, Real))
    Real = Path;
  auto Config = parseConfig(*Text, Real);
  if (!Config)
    return Config.takeError();
  O.Lint.Config = std::move(*Config);
  return Error::success();
}

/// Where both speak, the command line wins over the configuration.
Error settle(LintCommand &O) {
  LintConfig &Config = O.Lint.Config;
  if (!O.FailOn.empty())
    Config.FailOn = parseSeverity(O.FailOn);
  O.Lint.FailOn = Config.FailOn.value_or(Severity::Warning);
  if (O.Lint.BaselinePath.empty() && !Config.Baseline.empty())
    O.Lint.BaselinePath = besideConfig(Config.Baseline, Config);
  if (O.Lint.UpdateBaseline && O.Lint.BaselinePath.empty())
    return usageError("--update-baseline needs --baseline FILE, or `baseline` "
                      "in the configuration");
  PortOptions &Edits = O.Lint.Port.Edits;
  if (Error E = setTargets(Edits, !O.Arch.empty() ? O.Arch : Config.Arch))
    return E;
  if (Edits.MusaVersion.empty())
    Edits.MusaVersion = Config.MusaVersion;
  return Error::success();
}

Error readChanges(LintCommand &O) {
  Expected<ChangedLines> Changed = ChangedLines();
  if (!O.ChangedSince.empty()) {
    Changed = changedSince(O.ChangedSince, O.Lint.Root);
  } else if (!O.DiffPath.empty()) {
    auto Text = readFile(O.DiffPath, "diff");
    if (!Text)
      return Text.takeError();
    Changed = parseDiff(*Text);
  } else {
    return Error::success();
  }
  if (!Changed)
    return Changed.takeError();
  O.Lint.Changed = std::move(*Changed);
  return Error::success();
}

Expected<std::vector<Output>> chooseOutputs(const LintCommand &O) {
  const LintConfig &Config = O.Lint.Config;
  bool FromConfig = O.Formats.empty();
  std::vector<Output> Outputs;
  std::set<std::string> Paths;
  for (const std::string &Spelled : FromConfig ? Config.Formats : O.Formats) {
    auto [Name, Path] = StringRef(Spelled).split(':');
    Output Out{findLintFormat(Name), Path.str()};
    if (!Out.Format) {
      SmallVector<StringRef, 8> Known;
      for (const LintFormat &F : lintFormats())
        Known.push_back(F.Name);
      return usageError("no format `" + Name +
                        "`; there are: " + llvm::join(Known, ", "));
    }
    if (FromConfig && !Path.empty())
      Out.Path = besideConfig(Out.Path, Config);
    if (!Paths.insert(Out.Path).second)
      return usageError("two formats for " +
                        (Path.empty() ? "standard output; name a file, as in "
                                        "`" +
                                            Spelled + ":FILE`"
                                      : "`" + Path.str() + "`"));
    Outputs.push_back(std::move(Out));
  }
  if (Outputs.empty())
    Outputs.push_back({findLintFormat("text"), ""});
  if (!O.Html.empty())
    Outputs.push_back({findLintFormat("html"), O.Html});
  return Outputs;
}

/// Writes each form; a file that cannot be written does not stop the others.
Error writeOutputs(ArrayRef<Output> Outputs, const LintResult &Result,
                   LintFormatOptions Options) {
  Error Failed = Error::success();
  for (const Output &Out : Outputs) {
    Options.Colour &= Out.Path.empty();
    std::string Text = Out.Format->Write(Result, Options);
    if (Out.Path.empty())
      outs() << Text;
    else
      Failed =
          joinErrors(std::move(Failed), writeFileAtomically(Out.Path, Text));
  }
  outs().flush(); // before what goes to standard error
  return Failed;
}

void printRemarks(const LintResult &Result, bool Quiet) {
  printPaths(Result.Skipped, Result.Lang, Quiet ? "" : "note");
  if (Quiet)
    return;
  for (const std::string &Entry : Result.Stale)
    errs() << "musify: note: the baseline's entry no longer matches a finding; "
              "--update-baseline removes it: "
           << Entry << '\n';
  errs() << lintSummary(Result);
}

Expected<int> runLintCommand(LintCommand &O, const Table &Names,
                             const CommandLine &Line) {
  O.Lint.Root = findProjectRoot(O.Lint.Port.Paths.front());
  if (Error E = readConfig(O))
    return std::move(E);
  if (Error E = settle(O))
    return std::move(E);
  auto Outputs = chooseOutputs(O);
  if (!Outputs)
    return Outputs.takeError();
  if (Error E = readChanges(O))
    return std::move(E);
  PortRequest &Port = O.Lint.Port;
  applyParseOptions(Port, O.Parsing);
  chooseCache(Port, O.Parsing, Line);
  Port.Edits.Unverified = UnverifiedPolicy::Keep;
  Port.Excludes = [&](StringRef Path) { return O.Lint.Config.excludes(Path); };
  if (!O.Quiet)
    showProgress(Port);
  O.Lint.Lang = Line.Lang;
  auto Result = runLint(O.Lint, Names);
  if (!Result)
    return Result.takeError();
  Result->ToolVersion = Line.Version;
  LintFormatOptions Options;
  Options.Colour = wantsColour(Line.Colour, 1);
  Options.Notes = O.Verbose || O.Lint.FailOn == Severity::Note;
  Error Failed = writeOutputs(*Outputs, *Result, Options);
  printRemarks(*Result, O.Quiet);
  if (Failed)
    return std::move(Failed);
  return exitCodeFor(*Result);
}

} // namespace

void addLintCommand(CommandLine &Line) {
  CLI::App *Lint = Line.App.add_subcommand("lint", LintHelp);
  auto O = std::make_shared<LintCommand>();
  addOptions(Lint, *O);
  addMappingOption(*Lint, Line);
  addStyleOptions(*Lint, Line);
  Lint->callback([O, &Line] {
    Line.Run = [O, &Line](const Table &Names) {
      return exitCodeOr(runLintCommand(*O, Names, Line));
    };
  });
}

} // namespace musify
