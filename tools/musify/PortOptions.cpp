#include "Checks.h"
#include "Diag/MessageError.h"
#include "Help.h"
#include "Language.h"
#include "Mapping/Version.h"
#include "PortCommand.h"
#include "Rename/BesideWords.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace musify {
namespace {

/// `--backup a.cu` would take the file for a suffix.
std::string isBackupSuffix(const std::string &Suffix) {
  bool Plain = Suffix.find('/') == std::string::npos;
  if (Plain && (Suffix[0] == '.' || Suffix[0] == '~'))
    return "";
  return told(say(msg::NotBackupSuffix, Suffix));
}

std::string knownArchitecture(const std::string &Name) {
  return targetPlatform().find(Name) ? "" : told(noSuchArch(Name));
}

/// Which way, and where the result goes.
void addOutputOptions(CLI::App *Port, PortCommand &O) {
  SpelledPortOptions &R = O.Spelled;
  beginGroup(*Port, group::Result);
  oneOf(Port->add_option("-d,--direction", R.Way,
                         "c2m: CUDA to MUSA; m2c: MUSA back to CUDA"),
        {"c2m", "m2c"})
      ->capture_default_str();
  auto *Output =
      Port->add_option("-o,--output", R.Output,
                       "write a mirrored tree, or the file for one input file")
          ->type_name("PATH")
          ->check(writableOutput);
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
                 "that no port wrote; with --in-place: change files that are "
                 "not committed");
  Port->add_flag("--no-ledger", O.NoLedger,
                 "with -o DIR: write no .musify/, which `musify update` needs; "
                 "with --beside --in-place: no record in git's directory");
}

void addVerifyOption(CLI::App *Port, PortCommand &O) {
  oneOf(Port->add_option("--verify", O.Spelled.Verify,
                         "check the result as `musify verify` does before it "
                         "is written; strict writes nothing if the check finds "
                         "an error, report writes it all the same"),
        {"strict", "report"})
      ->expected(0, 1)
      ->default_str("strict")
      ->type_name("=strict|report");
}

void addDialectOption(CLI::App *Port, PortCommand &O) {
  Port->add_flag("--fix-dialect", O.FixesDialect,
                 "parse the result as MUSA's compiler would and add the "
                 "`typename`, `template` and `this->` that it misses");
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
      ->type_name("DIR")
      ->check(writableOutput);
}

/// `musify update` writes into the tree of a port, or beside the originals.
void addTreeOptions(CLI::App *Update, PortCommand &O) {
  beginGroup(*Update, group::Result);
  auto *Output = Update
                     ->add_option("-o,--output", O.Spelled.Output,
                                  "the tree that `musify port -o` wrote")
                     ->check(existingDirectory)
                     ->type_name("DIR");
  Update
      ->add_flag("--in-place", O.Spelled.InPlace,
                 "with --beside: the copies beside their originals")
      ->excludes(Output);
  Update->add_flag("--force", O.Force,
                   "even if the tree has uncommitted changes");
}

void addChangeOptions(CLI::App &Port, PortCommand &O) {
  SpelledPortOptions &R = O.Spelled;
  PortOptions &Edits = O.Port.Edits;
  beginGroup(Port, group::Changes);
  oneOf(Port.add_option("--unverified", R.Unverified,
                        "names without evidence on MUSA: port, keep or report "
                        "as errors"),
        {"port", "keep", "error"})
      ->capture_default_str();
  oneOf(
      Port.add_option("--launch", R.Launch,
                      "kernel launches: native keeps <<<>>>, api writes calls"),
      {"native", "api"})
      ->capture_default_str();
  oneOf(Port.add_option("--ptx", R.Ptx,
                        "inline PTX: translate into C++ where a translation is "
                        "known, or only report"),
        {"translate", "report"})
      ->capture_default_str();
  Port.add_flag("--ptx-keep", Edits.KeepPtx,
                "keep translated PTX below #if for builds with CUDA");
  oneOf(Port.add_option("--arch-guards", R.ArchGuards,
                        "#if with a CUDA architecture's number: report what "
                        "its branches need, or give MUSA the branch whose "
                        "features it has"),
        {"report", "feature"})
      ->capture_default_str();
  Port.add_flag("--strings", Edits.Strings,
                "change strings that are CUDA names");
  Port.add_flag("--comments", Edits.Comments, "change CUDA names in comments");
  Port.add_option("--musa-arch", Edits.BuildArchs,
                  "architectures that build scripts compile for; by default "
                  "those of --arch")
      ->default_str(targetPlatform().Compiler.DefaultArchitecture)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("LIST")
      ->check(knownArchitecture);
  Port.add_flag("--python", Edits.Python,
                "port what Python code does at run time: torch.cuda, devices, "
                "backends");
  oneOf(Port.add_option("--torch", R.Torch,
                        "what builds PyTorch extensions: torch_musa, or "
                        "torchada, which maps CUDA's spelling when it builds: "
                        "the port leaves that and reports what it gets wrong"),
        {"torch_musa", "torchada"})
      ->capture_default_str();
  Port.add_flag("!--no-build-scripts", O.Port.BuildScripts,
                "do not change build scripts");
}

/// A run for facts only, for a project that one machine is too small for.
void addFactsOptions(CLI::App *Port, PortCommand &O) {
  auto *FactsOnly =
      Port->add_flag("--facts-only", O.Port.FactsOnly,
                     "parse, keep the results in the cache, and write nothing "
                     "else; a later run finds them there");
  Port->add_option(
          "--shard", O.Spelled.Part,
          "with --facts-only: of N parts of about the same cost, parse "
          "the I-th; I is 1 to N")
      ->type_name("I/N")
      ->needs(FactsOnly);
}

/// What a run for facts only does not do.
void resolveFacts(PortCommand &O) {
  if (!O.Port.FactsOnly)
    return;
  const SpelledPortOptions &R = O.Spelled;
  bool Writes = O.Output.Mode != OutputMode::Diff || O.Port.Beside ||
                !O.Patches.empty() || !O.ReportPath.empty() || !O.Html.empty();
  if (Writes || !R.Verify.empty() || O.FixesDialect || O.Port.Dumped ||
      O.Port.TryDefines)
    throw usageError(say(msg::FactsWithoutResult));
  if (!O.Port.Parse || O.Parsing.NoCache || !O.Parsing.StdinName.empty())
    throw usageError(say(msg::FactsByParses));
  auto Part = parseShard(R.Part.empty() ? "1/1" : R.Part);
  if (!Part)
    throw usageError(say(msg::NotShard, R.Part));
  O.Port.Part = *Part;
}

/// What a port and its update share.
void addOptions(CLI::App *Port, PortCommand &O) {
  SpelledPortOptions &R = O.Spelled;
  auto *Paths = addPathsOption(
      *Port, O.Port.Paths,
      "files or directories; with -p the project, if none is given");
  if (!O.Updates)
    addStdinOption(*Port, Paths, O.Port, O.Parsing);
  Port->add_option("--root", O.Port.Root,
                   "the project: no file outside this directory is changed")
      ->check(existingDirectory)
      ->type_name("DIR");
  addParseOptions(*Port, O.Port, O.Parsing);
  if (!O.Updates)
    addFactsOptions(Port, O);
  Port->add_flag("--try-defines", O.Port.TryDefines,
                 "define macros that let more code be parsed, one by one");
  beginGroup(*Port, group::Result);
  auto *Rename =
      oneOf(Port->add_flag(
                "--rename{change}", R.Rename,
                ".cu/.cuh become .mu/.muh, or back (default with -o DIR); "
                "--rename=keep: they keep their suffix, and build scripts "
                "compile them as MUSA code"),
            {"change", "keep"})
          ->type_name("[=keep]");
  Port->add_flag("--no-rename", R.NoRename, "keep all file names")
      ->excludes(Rename);
  Port->add_flag("--copy-all", O.Port.CopyAll,
                 "with -o DIR: copy all other files, for a complete tree");
  addChangeOptions(*Port, O);
  addMusaVersionOption(*Port, O.Port.Edits.MusaVersion,
                       "the target MUSA SDK; reports the names that it lacks");
  addTargetsOption(*Port, R.Arch);
  addConfigOptions(*Port, O.Config);
  addReportOption(*Port, O.ReportPath);
  addHtmlOption(*Port, O.Html);
  oneOf(Port->add_option_function<std::string>(
            "--dump",
            [&O](const std::string &Name) { O.Port.Dumped = findStage(Name); },
            "print a stage of the run as JSON and write nothing"),
        {"inputs", "candidates", "facts", "program", "findings", "plan"})
      ->type_name("STAGE");
  addTimeReportOption(*Port);
  Port->add_flag("-q,--quiet", O.Quiet, "no findings and no summary");
  Port->add_flag("-v,--verbose", O.Verbose,
                 "notes too, and all places of a finding");
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
  const char *Meaningless = O.Port.Edits.LaunchApi             ? "--launch=api"
                            : !O.Spelled.Arch.empty()          ? "--arch"
                            : O.Port.Edits.KeepSuffix          ? "--rename=keep"
                            : O.Port.Edits.Python              ? "--python"
                            : !O.Port.Edits.BuildArchs.empty() ? "--musa-arch"
                            : !O.Port.Edits.MusaVersion.empty()
                                ? "--musa-version"
                            : !O.Spelled.Verify.empty() ? "--verify"
                            : O.FixesDialect            ? "--fix-dialect"
                                                        : nullptr;
  if (Meaningless)
    throw usageError(say(msg::OnlyToMusa, Meaningless));
  O.Output.Way = Direction::MusaToCuda;
  O.Port.BuildScripts = false;
}

/// A path below the root, or a word of paths.
void resolveBeside(PortCommand &O) {
  if (!O.Port.Beside)
    return;
  if (O.Output.Mode == OutputMode::File)
    throw usageError(say(msg::BesideNeedsDirectory));
  if (O.Spelled.Way != "c2m" || !O.Spelled.Verify.empty() || O.FixesDialect)
    throw usageError(say(msg::BesideIsAlone));
  if (O.Port.Edits.KeepSuffix)
    throw usageError(say(msg::BesideRenames));
  O.Output.Rename = O.Port.Edits.Rename = true;
  O.Port.CopyAll |= O.Output.Mode == OutputMode::Tree; // a tree of both sides
  StringRef Pattern = O.Spelled.Beside;
  if (Pattern.empty())
    return;
  auto Rule = besideRule(Pattern);
  if (!Rule)
    throw usageError(say(msg::NotFromTo, Pattern));
  O.Port.BesidePaths = Pattern.str();
  O.BesideRules.push_back(std::move(*Rule));
}

/// `--beside src`: what names no change of paths is a path.
void takePathOfBeside(PortCommand &O) {
  std::string &Pattern = O.Spelled.Beside;
  if (Pattern.empty() || Pattern.find('=') != std::string::npos)
    return;
  O.Port.Paths.insert(O.Port.Paths.begin(), std::move(Pattern));
  Pattern.clear();
}

/// torchada ports text as it stands in files that keep their names.
void resolveTorch(PortCommand &O) {
  if (O.Spelled.Torch != "torchada")
    return;
  const char *Meaningless = O.Spelled.Way != "c2m"      ? "--direction m2c"
                            : !O.Spelled.Rename.empty() ? "--rename"
                            : O.Port.Beside             ? "--beside"
                            : O.Port.Edits.LaunchApi    ? "--launch=api"
                            : O.Port.Edits.Python       ? "--python"
                            : O.FixesDialect            ? "--fix-dialect"
                            : !O.Spelled.Verify.empty() ? "--verify"
                                                        : nullptr;
  if (Meaningless)
    throw usageError(say(msg::NotWithTorchada, Meaningless));
  O.Port.Edits.Torchada = true;
  O.Output.Rename = O.Port.Edits.Rename = false;
}

void resolvePatches(PortCommand &O) {
  if (O.Patches.empty())
    return;
  if (O.Output.Mode != OutputMode::Diff)
    throw usageError(say(msg::PatchesChangeNothing));
  if (!O.Spelled.NoRename && !O.Port.Edits.KeepSuffix)
    O.Output.Rename = O.Port.Edits.Rename = true;
}

} // namespace

void resolvePortOptions(PortCommand &O) {
  const SpelledPortOptions &R = O.Spelled;
  takePathOfBeside(O);
  requirePaths(O.Port);
  if (O.Updates && R.Output.empty() && !(R.InPlace && O.Port.Beside))
    throw usageError(say(msg::UpdatesWhere));
  O.Port.Edits.Unverified = R.Unverified == "keep"    ? UnverifiedPolicy::Keep
                            : R.Unverified == "error" ? UnverifiedPolicy::Error
                                                      : UnverifiedPolicy::Port;
  O.Port.Edits.LaunchApi = R.Launch == "api";
  O.Port.Edits.Ptx =
      R.Ptx == "report" ? PtxPolicy::Report : PtxPolicy::Translate;
  O.Port.Edits.Guards =
      R.ArchGuards == "feature" ? GuardPolicy::Feature : GuardPolicy::Report;
  if (llvm::Error E = setTargets(O.Port.Edits, R.Arch))
    throw usageError(say(msg::ProblemOf, "--arch", messageOf(std::move(E))));
  if (O.Port.Edits.BuildArchs.empty())
    O.Port.Edits.BuildArchs = R.Arch;
  applyParseOptions(O.Port, O.Parsing);

  if (namesOneOfMany(O, R.Output))
    throw usageError(say(msg::OneFileForMany, R.Output));
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
    throw usageError(say(msg::OptionNeeds, "--copy-all", "-o DIR"));
  if (O.Force && O.Output.Mode != OutputMode::Tree && !R.InPlace)
    throw usageError(say(msg::ForceNeeds));
  if (!O.Parsing.StdinName.empty() && O.Output.Mode != OutputMode::Diff)
    throw usageError(say(msg::StdinPrints));
  O.Output.Overwrites = O.Force;
  O.Port.Edits.KeepSuffix = R.Rename == "keep";
  bool IsTree = O.Output.Mode == OutputMode::Tree;
  O.Output.Rename = R.Rename == "change" ||
                    (IsTree && !R.NoRename && !O.Port.Edits.KeepSuffix);
  O.Port.Edits.Rename = O.Output.Rename;
  resolvePatches(O);
  resolveTorch(O);
  resolveDirection(O);
  resolveBeside(O);
  resolveFacts(O);
}

void addPortOptions(CLI::App &Command, PortCommand &O) {
  if (O.Updates) {
    addTreeOptions(&Command, O);
    addBesideOption(&Command, O);
  } else {
    addOutputOptions(&Command, O);
    addBesideOption(&Command, O);
    addPatchesOption(&Command, O);
    addVerifyOption(&Command, O);
    addDialectOption(&Command, O);
  }
  addOptions(&Command, O);
}

} // namespace musify
