#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Driver/Port.h"
#include "Driver/Update.h"
#include "Driver/Verify.h"
#include "Mapping/Version.h"
#include "PortOutput.h"
#include "Report/Html.h"
#include "Report/Json.h"
#include "Report/LintFormat.h"
#include "Report/Skipped.h"
#include "Report/Summary.h"
#include "Report/Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *PortHelp =
    "Ports CUDA files to MUSA. Without -o or --in-place, a unified diff goes\n"
    "to standard output, and no file is changed. Findings and a summary go to\n"
    "standard error.\n\n"
    "Exit status: 0 all ported; 1 ported, with findings that need manual\n"
    "work; 2 usage or I/O error.";

constexpr const char *UpdateHelp =
    "Ports a newer source into the tree of an earlier `musify port -o DIR`,\n"
    "and merges it with the manual changes there. Takes the options of that\n"
    "port. Prints the outcome for each file that changes, and the new\n"
    "findings.\n\n"
    "Exit status: 0 merged, no new findings; 1 merged, with conflicts or new\n"
    "findings; 2 usage or I/O error, or a tree with uncommitted changes.";

/// How options are spelled before they are checked together.
struct Raw {
  std::string Beside;
  std::string Output, Backup, Unverified = "port", Launch = "native", Arch;
  std::string Ptx = "translate";
  std::string Way = "c2m", Verify;
  bool InPlace = false, Rename = false, NoRename = false;
};

struct PortCommand {
  bool Updates = false; ///< `musify update`
  bool NoLedger = false, Force = false;
  Raw Spelled;
  ParseOptions Parsing;
  PortRequest Port;
  OutputRequest Output;
  std::vector<RenameRule> BesideRules; ///< of `--beside`
  std::string ReportPath, Html, Patches;
  bool Quiet = false;
  bool Verbose = false;
};

/// `--backup a.cu` would take the file for a suffix.
std::string isBackupSuffix(const std::string &Suffix) {
  bool Plain = Suffix.find('/') == std::string::npos;
  if (Plain && (Suffix[0] == '.' || Suffix[0] == '~'))
    return "";
  return "`" + Suffix +
         "` is not a backup suffix: write one that begins with `.` or `~`, "
         "as in --backup=.orig";
}

/// Which way, and where the result goes.
void addOutputOptions(CLI::App *Port, PortCommand &O) {
  Raw &R = O.Spelled;
  Port->add_option("-d,--direction", R.Way,
                   "c2m: CUDA to MUSA; m2c: MUSA back to CUDA")
      ->check(CLI::IsMember({"c2m", "m2c"}))
      ->capture_default_str();
  auto *Output =
      Port->add_option("-o,--output", R.Output,
                       "write a mirrored tree, or the file for one input file")
          ->type_name("PATH")
          ->check([](const std::string &Path) {
            return Path.empty() ? std::string("is empty") : std::string();
          });
  auto *InPlace = Port->add_flag(
      "--in-place", R.InPlace, "change the files themselves, each atomically");
  InPlace->excludes(Output);
  Port->add_option("--backup", R.Backup,
                   "with --in-place: keep the old file with this suffix")
      ->expected(0, 1)
      ->default_str(".orig")
      ->type_name("=SUFFIX")
      ->check(isBackupSuffix)
      ->needs(InPlace);
  Port->add_flag("--force", O.Force,
                 "with -o DIR: overwrite files that were changed manually or "
                 "that no port wrote");
  Port->add_flag("--no-ledger", O.NoLedger,
                 "with -o DIR: write no .musify/, which `musify update` needs");
}

void addBesideOption(CLI::App *Port, PortCommand &O) {
  Port->add_option_function<std::string>(
          "--beside",
          [&O](const std::string &Pattern) {
            O.Port.Beside = true;
            O.Spelled.Beside = Pattern;
          },
          "write MUSA's code beside CUDA's, which stays: files about CUDA get "
          "a copy, shared files get additions; FROM=TO says how paths change")
      ->expected(0, 1)
      ->type_name("=FROM=TO");
}

void addPatchesOption(CLI::App *Port, PortCommand &O) {
  Port->add_option("--patches", O.Patches,
                   "write the port as a series of patches for `git am`, and "
                   "change no file")
      ->type_name("DIR");
}

void addVerifyOption(CLI::App *Port, PortCommand &O) {
  Port->add_option("--verify", O.Spelled.Verify,
                   "check the result as `musify verify` does before it is "
                   "written; strict writes nothing if the check finds an "
                   "error, report writes it all the same")
      ->expected(0, 1)
      ->default_str("strict")
      ->type_name("=HOW")
      ->check(CLI::IsMember({"strict", "report"}));
}

/// `musify update` writes into the tree of a port.
void addTreeOptions(CLI::App *Update, PortCommand &O) {
  Update
      ->add_option("-o,--output", O.Spelled.Output,
                   "the tree that `musify port -o` wrote")
      ->required()
      ->check(CLI::ExistingDirectory)
      ->type_name("DIR");
  Update->add_flag("--force", O.Force,
                   "even if the tree has uncommitted changes");
}

/// What a port and its update share.
void addOptions(CLI::App *Port, PortCommand &O) {
  Raw &R = O.Spelled;
  Port->add_option(
          "paths", O.Port.Paths,
          "files or directories; with -p the project, if none is given")
      ->type_name("PATH");
  Port->add_option("--root", O.Port.Root,
                   "the project: no file outside this directory is changed")
      ->check(CLI::ExistingDirectory)
      ->type_name("DIR");
  addParseOptions(*Port, O.Port, O.Parsing);
  auto *Rename =
      Port->add_flag("--rename", R.Rename,
                     ".cu/.cuh become .mu/.muh, or back (default with -o DIR)");
  Port->add_flag("--no-rename", R.NoRename, "keep all file names")
      ->excludes(Rename);
  Port->add_option("--unverified", R.Unverified,
                   "names without evidence on MUSA: port, keep or error")
      ->check(CLI::IsMember({"port", "keep", "error"}))
      ->capture_default_str();
  Port->add_option("--launch", R.Launch,
                   "kernel launches: native keeps <<<>>>, api writes calls")
      ->check(CLI::IsMember({"native", "api"}))
      ->capture_default_str();
  Port->add_option("--ptx", R.Ptx,
                   "inline PTX: translate into C++ where a translation is "
                   "known, or only report")
      ->check(CLI::IsMember({"translate", "report"}))
      ->capture_default_str();
  Port->add_flag("--ptx-keep", O.Port.Edits.KeepPtx,
                 "keep translated PTX below #if for builds with CUDA");
  addMusaVersionOption(*Port, O.Port.Edits.MusaVersion,
                       "the target MUSA SDK; reports the names that it lacks");
  Port->add_option("--arch", R.Arch,
                   "the target architecture; reports the names that it lacks")
      ->check(CLI::IsMember(currentArchs()));
  Port->add_flag("--strings", O.Port.Edits.Strings,
                 "change strings that are CUDA names");
  Port->add_flag("--comments", O.Port.Edits.Comments,
                 "change CUDA names in comments");
  Port->add_flag("--copy-all", O.Port.CopyAll,
                 "with -o DIR: copy all other files, for a complete tree");
  Port->add_flag("!--no-build-scripts", O.Port.BuildScripts,
                 "do not change build scripts");
  Port->add_option("--report", O.ReportPath, "write a JSON report")
      ->type_name("FILE");
  addHtmlOption(*Port, O.Html);
  Port->add_option_function<std::string>(
          "--dump",
          [&O](const std::string &Name) { O.Port.Dumped = findStage(Name); },
          "print a stage of the run as JSON and write nothing: inputs, "
          "candidates, facts, program, findings or plan")
      ->check(CLI::IsMember(
          {"inputs", "candidates", "facts", "program", "findings", "plan"}))
      ->type_name("STAGE");
  Port->add_flag("-q,--quiet", O.Quiet, "no findings and no summary");
  Port->add_flag("-v,--verbose", O.Verbose, "notes too");
}

/// One plain input file and a path that is no folder: one output file.
bool namesOneFile(const PortCommand &O, const std::string &Output) {
  return O.Port.Paths.size() == 1 &&
         llvm::sys::fs::is_regular_file(O.Port.Paths[0]) &&
         !llvm::sys::fs::is_directory(Output) && Output.back() != '/';
}

/// True if the output is called like a source that several inputs would share.
bool namesOneOfMany(const PortCommand &O, const std::string &Output) {
  return !Output.empty() && Output.back() != '/' &&
         !llvm::sys::fs::is_directory(Output) &&
         (isSourceExtension(Output) || isMusaExtension(Output)) &&
         !namesOneFile(O, Output);
}

/// What speaks about MUSA's side has no meaning on the way back.
void resolveDirection(PortCommand &O) {
  if (O.Spelled.Way == "c2m")
    return;
  const char *Meaningless = O.Port.Edits.LaunchApi ? "--launch=api"
                            : O.Port.Edits.Arch    ? "--arch"
                            : !O.Port.Edits.MusaVersion.empty()
                                ? "--musa-version"
                            : !O.Spelled.Verify.empty() ? "--verify"
                                                        : nullptr;
  if (Meaningless)
    throw CLI::ValidationError(std::string(Meaningless) +
                               " is for ports to MUSA; leave it out with "
                               "--direction m2c");
  O.Output.Way = Direction::MusaToCuda;
  O.Port.BuildScripts = false;
}

/// A path below the root, or a word of paths.
void resolveBeside(PortCommand &O) {
  if (!O.Port.Beside)
    return;
  if (O.Output.Mode != OutputMode::Diff && O.Output.Mode != OutputMode::InPlace)
    throw CLI::ValidationError(
        "--beside writes into the tree of the originals: "
        "use --in-place instead of -o");
  if (O.Spelled.Way != "c2m" || !O.Spelled.Verify.empty())
    throw CLI::ValidationError(
        "--beside is for ports to MUSA, without --verify");
  O.Output.Rename = O.Port.Edits.Rename = true;
  StringRef Pattern = O.Spelled.Beside;
  if (Pattern.empty())
    return;
  auto [From, To] = Pattern.split('=');
  if (From.empty() || To.empty() || From.starts_with("/") || To.contains(".."))
    throw CLI::ValidationError("--beside=" + Pattern.str() +
                               " is not FROM=TO, such as gpu_nv=gpu_mt");
  RenameRule R;
  R.What =
      From.contains('/') ? RenameRule::Match::File : RenameRule::Match::Word;
  R.From = From.str();
  R.To = To.str();
  R.In = RenameRule::Files;
  O.BesideRules.push_back(std::move(R));
}

/// `--beside src`: what names no change of paths is a path.
void takePathOfBeside(PortCommand &O) {
  std::string &Pattern = O.Spelled.Beside;
  if (Pattern.empty() || Pattern.find('=') != std::string::npos)
    return;
  O.Port.Paths.insert(O.Port.Paths.begin(), std::move(Pattern));
  Pattern.clear();
}

void resolve(PortCommand &O) {
  const Raw &R = O.Spelled;
  takePathOfBeside(O);
  if (O.Port.Paths.empty() && O.Port.BuildDir.empty())
    throw CLI::ValidationError(
        "paths is required: name files or directories, or "
        "a compile database with -p");
  O.Port.Edits.Unverified = R.Unverified == "keep"    ? UnverifiedPolicy::Keep
                            : R.Unverified == "error" ? UnverifiedPolicy::Error
                                                      : UnverifiedPolicy::Port;
  O.Port.Edits.LaunchApi = R.Launch == "api";
  O.Port.Edits.Ptx =
      R.Ptx == "report" ? PtxPolicy::Report : PtxPolicy::Translate;
  O.Port.Edits.Arch = parseArch(R.Arch);
  applyParseOptions(O.Port, O.Parsing);

  if (namesOneOfMany(O, R.Output))
    throw CLI::ValidationError("-o " + R.Output +
                               " names a file, but there are several inputs");
  O.Port.InPlace = R.InPlace;
  if (R.InPlace) {
    O.Output.Mode = OutputMode::InPlace;
    O.Output.BackupSuffix = R.Backup;
  } else if (!R.Output.empty()) {
    O.Output.Mode =
        namesOneFile(O, R.Output) ? OutputMode::File : OutputMode::Tree;
    O.Output.Path = R.Output;
    O.Port.OutputPath = R.Output;
    O.Output.KeepsLedger =
        O.Output.Mode == OutputMode::Tree && !O.NoLedger && R.Way == "c2m";
  }
  if (O.Port.CopyAll && O.Output.Mode != OutputMode::Tree)
    throw CLI::ValidationError("--copy-all needs -o DIR");
  if (O.Force && O.Output.Mode != OutputMode::Tree)
    throw CLI::ValidationError("--force needs -o DIR");
  O.Output.Overwrites = O.Force;
  O.Output.Rename =
      R.Rename || (O.Output.Mode == OutputMode::Tree && !R.NoRename);
  O.Port.Edits.Rename = O.Output.Rename;
  if (!O.Patches.empty() && O.Output.Mode != OutputMode::Diff)
    throw CLI::ValidationError("--patches changes no file: leave out -o and "
                               "--in-place");
  if (!O.Patches.empty() && !R.NoRename)
    O.Output.Rename = O.Port.Edits.Rename = true;
  resolveDirection(O);
  resolveBeside(O);
}

/// One line for each file that something was done with, and what is new.
void printUpdate(const UpdateResult &Update) {
  for (const UpdatedFile &F : Update.Files) {
    if (F.What == Outcome::Same)
      continue;
    outs() << outcomeName(F.What) << ": " << F.Path;
    if (F.Conflicts)
      outs() << ": " << counted(F.Conflicts, "place") << " with markers";
    if (!F.Note.empty())
      outs() << ": " << F.Note;
    outs() << '\n';
  }
  if (!Update.NewEntries.empty())
    outs() << "new since the last port: " << join(Update.NewEntries, ", ")
           << '\n';
  outs().flush(); // before what goes to standard error
}

/// Brings a port into its tree; `Code` tells if a person has to look at it.
Error update(RunResult &Result, const OutputRequest &Output, int &Code) {
  auto Old = readLedger(Output.Path);
  if (!Old)
    return Old.takeError();
  auto Update = updateTree(Result, *Old, Output);
  if (!Update)
    return Update.takeError();
  printUpdate(*Update);
  if (Update->NotRemoved)
    errs() << "musify: warning: the source could not be read whole, so that "
           << counted(Update->NotRemoved, "file")
           << " of the last port that it lacks were not removed\n";
  if (Update->OtherTables)
    errs() << "musify: note: the last port was made with another version or "
              "other tables; what they changed is among the updates\n";
  if (Update->OldFindings)
    errs() << "musify: note: " << counted(Update->OldFindings, "finding")
           << " left from the last port\n";
  for (const UpdatedFile &F : Update->Files)
    if (F.What == Outcome::Conflict || F.What == Outcome::KeptRemoved ||
        F.What == Outcome::DeletedByHand)
      Code = ExitFindings;
  return Error::success();
}

/// What can be told before the work, not after it.
Error checkUpdate(const PortCommand &O) {
  if (!O.Force)
    if (Error E = checkTreeIsClean(O.Output.Path))
      return E;
  auto Old = readLedger(O.Output.Path);
  if (!Old)
    return Old.takeError();
  return checkSameOptions(*Old, O.Port.CopyAll, O.Output.Rename);
}

/// Checks a result before it is written. Fails if it is wrong, and has to be
/// right.
Error verify(const PortCommand &O, const PortRequest &Port,
             const RunResult &Result, const Facts &Known, const Table &Names,
             const CommandLine &Line) {
  VerifyRequest Request;
  Request.Lint.Port = Port;
  Request.Lint.Lang = Line.Lang;
  Request.Lint.Root = findProjectRoot(Port.Paths.empty() ? "." : Port.Paths[0]);
  Request.Planned.emplace(PlannedPort{Result, Known});
  if (Error E = setTargets(Request.Lint.Port.Edits, {}))
    return E;
  auto Verified = runVerify(Request, Names);
  if (!Verified)
    return Verified.takeError();
  LintFormatOptions Options;
  Options.Colour = wantsColour(Line.Colour, 2);
  Options.Notes = O.Verbose;
  errs() << lintText(Verified->Lint, Options);
  if (!O.Quiet)
    errs() << verifySummary(*Verified);
  bool IsWrong =
      llvm::any_of(Verified->Lint.Findings, [](const LintFinding &F) {
        return F.Level == Severity::Error;
      });
  if (!IsWrong || O.Spelled.Verify == "report")
    return Error::success();
  return createStringError(inconvertibleErrorCode(),
                           "the check found errors in the port, so nothing was "
                           "written; --verify=report writes it all the same");
}

Expected<int> runPortCommand(const PortCommand &O, const Table &Names,
                             const CommandLine &Line) {
  if (O.Updates)
    if (Error E = checkUpdate(O))
      return std::move(E);
  PortRequest Request = O.Port;
  Request.Renames = Line.Renames;
  llvm::append_range(Request.Renames, O.BesideRules);
  chooseCache(Request, O.Parsing, Line);
  if (!O.Quiet)
    showProgress(Request);
  Request.DumpTo = &outs();
  Facts Known;
  auto Result = runPortTo(O.Output.Way, Request, Names, &Known);
  if (!Result)
    return Result.takeError();
  if (Request.Dumped) {
    outs().flush(); // before what goes to standard error
    printSkipped(errs(), Result->Skipped, {"musify: error: "}, Line.Lang);
    return exitCodeFor(*Result) == ExitFailed ? ExitFailed : ExitDone;
  }
  Result->ToolVersion = Line.Version;
  Result->Lang = Line.Lang;
  if (!O.Spelled.Verify.empty())
    if (Error E = verify(O, Request, *Result, Known, Names, Line))
      return std::move(E);
  OutputRequest Output = O.Output;
  if (Output.KeepsLedger)
    Output.Tables = utohexstr(Names.fingerprint(), /*LowerCase=*/true);
  int Code = ExitDone;
  if (Error E = O.Updates ? update(*Result, Output, Code)
                          : writeOutputs(*Result, Output))
    return std::move(E);
  bool HasDiff = O.Patches.empty() && O.Output.Mode == OutputMode::Diff;
  if (Error E = HasDiff
                    ? printDiffs(*Result, O.Output, wantsColour(Line.Colour, 1))
                    : writePatches(*Result, O.Output, O.Patches))
    return std::move(E);
  bool Colour = wantsColour(Line.Colour, 2);
  if (!O.Quiet) {
    printFindings(errs(), *Result, Colour, O.Verbose);
    printSummary(errs(), *Result, Colour, O.Verbose);
  } else {
    printPaths(Result->Skipped, Line.Lang);
  }
  if (!O.ReportPath.empty())
    if (Error E = writeFileAtomically(O.ReportPath, jsonReport(*Result)))
      return std::move(E);
  if (!O.Html.empty()) {
    std::string Page = portHtml(*Result, llvm::join(Request.Paths, " "));
    if (Error E = writeFileAtomically(O.Html, Page))
      return std::move(E);
  }
  return std::max(Code, exitCodeFor(*Result));
}

} // namespace

static void addPort(CommandLine &Line, const char *Name, const char *Help,
                    bool Updates) {
  CLI::App *Port = Line.App.add_subcommand(Name, Help);
  auto O = std::make_shared<PortCommand>();
  O->Updates = Updates;
  if (Updates)
    addTreeOptions(Port, *O);
  else
    addOutputOptions(Port, *O);
  if (!Updates)
    addVerifyOption(Port, *O);
  if (!Updates) {
    addBesideOption(Port, *O);
    addPatchesOption(Port, *O);
  }
  addOptions(Port, *O);
  addMappingOption(*Port, Line);
  addStyleOptions(*Port, Line);
  Port->callback([O, &Line] {
    resolve(*O);
    Line.Run = [O, &Line](const Table &Names) {
      return exitCodeOr(runPortCommand(*O, Names, Line));
    };
  });
}

void addPortCommand(CommandLine &Line) {
  addPort(Line, "port", PortHelp, false);
}

void addUpdateCommand(CommandLine &Line) {
  addPort(Line, "update", UpdateHelp, true);
}

} // namespace musify
