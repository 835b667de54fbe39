// What the commands share.
#include "Commands.h"
#include "Checks.h"
#include "Diag/MessageError.h"
#include "Driver/ExitCode.h"
#include "Help.h"
#include "Language.h"
#include "Lint/Catalogue.h"
#include "Mapping/Version.h"
#include "Platform/Load.h"
#include "Project/TorchPath.h"
#include "Report/Skipped.h"
#include "Report/SourceLine.h"
#include "Report/Times.h"
#include "Sdk/Archive.h"
#include "Sdk/Embedded.h"
#include "Support/PhaseTimes.h"
#include "Support/RealPath.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Object/BuildID.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <atomic>
#include <chrono>

using namespace llvm;

extern "C" {
extern const char musify_preludes_begin[], musify_preludes_end[];
}

namespace musify {

void addMappingOption(CLI::App &Command, CommandLine &Line) {
  beginGroup(Command, group::Changes);
  Command
      .add_option(
          "--mapping", Line.MappingFiles,
          "a table that overrides the built-in one; the last one has priority")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->check(existingFile);
}

void addStyleOptions(CLI::App &Command, CommandLine &Line) {
  static const std::map<std::string, ColourMode> Modes = {
      {"auto", ColourMode::Auto},
      {"always", ColourMode::Always},
      {"never", ColourMode::Never}};
  beginGroup(Command, group::Output);
  oneOf(Command.add_option_function<std::string>(
            "--color",
            [&Line](const std::string &Mode) { Line.Colour = Modes.at(Mode); },
            "color the output"),
        {"auto", "always", "never"})
      ->default_str("auto");
  addLanguageOption(Command, Line);
}

void addMusaVersionOption(CLI::App &Command, VersionTuple &Version,
                          const char *Help) {
  beginGroup(Command, group::Target);
  Command
      .add_option_function<std::string>(
          "--musa-version",
          [&Version](const std::string &Text) {
            auto Parsed = parseVersion(Text);
            // The macro MUSA_VERSION counts otherwise: 50200 for SDK 5.2.
            if (!Parsed || Parsed->empty() || Parsed->getMajor() >= 100)
              throw usageError(say(msg::ProblemOf, "--musa-version",
                                   say(msg::NotMusaVersion, "`" + Text + "`")));
            Version = *Parsed;
          },
          Help)
      ->type_name("X.Y");
}

std::vector<std::string> currentArchs() {
  std::vector<std::string> Names;
  for (const Architecture *A : targetPlatform().current())
    Names.push_back(A->Name);
  return Names;
}

void addTargetsOption(CLI::App &Command, std::vector<std::string> &Names) {
  beginGroup(Command, group::Target);
  Command.add_option("--arch", Names, "architectures to check for")
      ->default_str(llvm::join(currentArchs(), ","))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("LIST");
  Command
      .add_option_function<std::string>(
          "--target",
          [](const std::string &Path) {
            if (Error E = useTargetFile(Path))
              throw usageError(messageOf(std::move(E)));
          },
          "more architectures for --arch, as in targets/musa.json")
      ->type_name("FILE");
}

Error setTargets(PortOptions &Edits, ArrayRef<std::string> Names) {
  for (const std::string &Name : Names) {
    const Architecture *A = targetPlatform().find(Name);
    if (!A)
      return errorOf(noSuchArch(Name));
    Edits.Targets.push_back(A);
  }
  return Error::success();
}

std::vector<std::string> settingsInUse(const CommandLine &Line,
                                       const PortRequest &Port,
                                       StringRef Config) {
  std::vector<std::string> Out = Line.MappingFiles;
  SmallString<256> Database(Port.BuildDir);
  if (sys::fs::is_directory(Database))
    sys::path::append(Database, "compile_commands.json");
  for (StringRef Path : {StringRef(Database), Config})
    if (!Path.empty())
      Out.push_back(Path.str());
  for (const CLI::App *Command : Line.App.get_subcommands())
    for (const char *Name : {"--target", "--diff"})
      if (const CLI::Option *Option = Command->get_option_no_throw(Name))
        append_range(Out, Option->results());
  return Out;
}

void addHtmlOption(CLI::App &Command, std::string &Path) {
  beginGroup(Command, group::Output);
  Command
      .add_option("--html", Path,
                  "write an HTML page with totals, filters and code")
      ->type_name("FILE")
      ->check(writableFile);
}

void addReportOption(CLI::App &Command, std::string &Path) {
  beginGroup(Command, group::Output);
  Command
      .add_option("--report", Path, "write a JSON report; - is standard output")
      ->type_name("FILE")
      ->check(writableFile);
}

Error writeNamed(const std::string &Path, StringRef Text) {
  if (Path.empty())
    return Error::success();
  if (Path != "-")
    return writeFileAtomically(Path, Text);
  outs() << Text;
  outs().flush(); // before what goes to standard error
  return Error::success();
}

std::string startOf(const PortRequest &Port) {
  return Port.Paths.empty() ? "." : Port.Paths.front();
}

void requirePaths(const PortRequest &Port) {
  if (Port.Paths.empty() && Port.BuildDir.empty())
    throw usageError(say(msg::NoPathGiven));
}

CLI::Option *addPathsOption(CLI::App &Command, std::vector<std::string> &Paths,
                            const char *Help) {
  beginGroup(Command, group::Input);
  return Command.add_option("paths", Paths, Help)
      ->type_name("PATH")
      ->check(existingPath);
}

void addStdinOption(CLI::App &Command, CLI::Option *Paths, PortRequest &Port,
                    ParseOptions &O) {
  Command
      .add_option_function<std::string>(
          "--stdin-filename",
          [&Port, &O](const std::string &Path) {
            Port.Paths = {Path};
            O.StdinName = Path;
          },
          "read the text of this file from standard input, for editors")
      ->type_name("FILE")
      ->check(plainName)
      ->excludes(Paths);
}

Error takeStdin(PortRequest &Port, ParseOptions &O) {
  if (O.StdinName.empty())
    return Error::success();
  auto Text = MemoryBuffer::getSTDIN();
  if (!Text)
    return errorOf(say(msg::CannotReadInput, systemMessage(Text.getError())));
  std::string File = realTarget(O.StdinName);
  if (File.empty()) {
    SmallString<256> Real;
    std::error_code EC = sys::fs::real_path(O.StdinName, Real);
    return errorOf(say(msg::ProblemOf, O.StdinName, systemMessage(EC)));
  }
  Port.Texts[File] = (*Text)->getBuffer().str();
  O.NoCache = true; // holds what is on the disk
  return Error::success();
}

/// The precompiled preludes that the binary carries.
static StringRef builtinPreludes() {
  return {musify_preludes_begin,
          size_t(musify_preludes_end - musify_preludes_begin)};
}

static std::string runtimeHeader() {
  return "include/" + sourcePlatform().RuntimeHeader;
}

static bool isCudaSdk(const std::string &Dir) {
  return !Dir.empty() && sys::fs::exists(Dir + "/" + runtimeHeader());
}

/// The folder itself, or for `auto` the SDK of this machine, if there is one.
static std::string findCudaSdk(const std::string &Dir) {
  if (Dir != "auto") {
    if (!isCudaSdk(Dir))
      throw usageError(say(msg::ContainsNo, Dir, runtimeHeader()));
    return Dir;
  }
  for (StringRef Variable : sourcePlatform().Environment)
    if (auto Value = sys::Process::GetEnv(Variable); Value && isCudaSdk(*Value))
      return *Value;
  return isCudaSdk("/usr/local/cuda") ? "/usr/local/cuda" : "";
}

/// The include directories of the PyTorch there, or for `auto` of the active
/// Python environment.
static std::vector<std::string> findTorch(const std::string &Dir) {
  if (Dir != "auto") {
    if (auto Found = torchIncludesOf(Dir); !Found.empty())
      return Found;
    throw usageError(
        say(msg::ProblemOf, "--torch-path",
            say(msg::ContainsNo, Dir, "include/torch/extension.h")));
  }
  std::vector<std::string> Tried = activeSitePackages();
  for (const std::string &Packages : Tried)
    if (auto Found = torchIncludesOf(Packages); !Found.empty())
      return Found;
  Message What = say(msg::NoTorch);
  if (!Tried.empty())
    What.add(say(msg::Searched, listOf(Tried)));
  throw usageError(say(msg::ProblemOf, "--torch-path", What));
}

static void addTorchOption(CLI::App &Command, ParseOptions &O) {
  Command
      .add_option_function<std::string>(
          "--torch-path",
          [&O](const std::string &Dir) { O.TorchDirs = findTorch(Dir); },
          "parse with the headers of the PyTorch there; auto searches the "
          "active Python environment")
      ->type_name("DIR");
}

void addParseOptions(CLI::App &Command, PortRequest &Port, ParseOptions &O) {
  beginGroup(Command, group::Input);
  Command
      .add_option("-p,--build", Port.BuildDir,
                  "directory of compile_commands.json")
      ->type_name("DIR")
      ->check(existingPath);
  Command
      .add_option("--exclude", Port.Exclude,
                  "exclude matching paths, as a line of .gitignore does; may "
                  "be repeated")
      ->allow_extra_args(false)
      ->type_name("GLOB");
  beginGroup(Command, group::Parsing);
  Command
      .add_option("--cuda-path", Port.CudaPath,
                  "use the CUDA SDK there instead of the built-in headers; "
                  "auto searches for one")
      ->type_name("DIR")
      ->transform(findCudaSdk);
  addTorchOption(Command, O);
  Command.add_option("-I", O.IncludeDirs, "include directory for every file")
      ->allow_extra_args(false)
      ->type_name("DIR")
      ->check(existingDirectory);
  Command.add_option("-D", O.Defines, "macro for every file")
      ->allow_extra_args(false)
      ->type_name("NAME[=VALUE]");
  oneOf(Command.add_option("--engine", O.Engine,
                           "full parses with Clang; lexer reads tokens only"),
        {"full", "lexer"})
      ->capture_default_str();
  Command
      .add_option("-j,--jobs", Port.Jobs,
                  "parallel parses (0: all cores, as far as memory allows)")
      ->type_name("N")
      ->capture_default_str();
  Command
      .add_option("--timeout", Port.Timeout,
                  "seconds for the parse of one unit (0: no limit)")
      ->check([](const std::string &Text) {
        return StringRef(Text).starts_with("-")
                   ? told(say(msg::IsNegative, Text))
                   : std::string();
      })
      ->type_name("SECONDS")
      ->capture_default_str();
  Command
      .add_option("--max-memory", Port.MaxMemory,
                  "MiB that the syntax tree of one unit may need (0: no limit)")
      ->type_name("MIB")
      ->capture_default_str();
  auto *Cache = Command
                    .add_option("--cache", O.CacheDir,
                                "directory for the results of parses")
                    ->default_str("in the user's cache directory")
                    ->type_name("DIR");
  Command.add_flag("--no-cache", O.NoCache, "parse everything, store nothing")
      ->excludes(Cache);
}

/// The directories that compilers take from the environment, as flags: Clang
/// would put them before all others, and no key of the cache would have them.
static void takeIncludeVariables(std::vector<std::string> &Flags) {
  for (const char *Name : {"CPATH", "CPLUS_INCLUDE_PATH", "C_INCLUDE_PATH"}) {
    std::string Value = sys::Process::GetEnv(Name).value_or("");
    for (StringRef Dir : llvm::split(Value, sys::EnvPathSeparator))
      if (SmallString<256> Full(Dir); !Dir.empty()) {
        sys::fs::make_absolute(Full);
        Flags.insert(Flags.end(), {"-isystem", std::string(Full)});
      }
    ::unsetenv(Name);
  }
}

void applyParseOptions(PortRequest &Port, const ParseOptions &O) {
  Port.Parse = O.Engine == "full";
  Port.Preludes = builtinPreludes();
  // The user names folders from where he stands, units run elsewhere.
  for (const std::string &Dir : O.IncludeDirs) {
    SmallString<256> Full(Dir);
    sys::fs::make_absolute(Full);
    if (!sys::fs::is_directory(Full))
      printLine("warning", say(msg::IncludeNotDirectory, Dir),
                chosenLanguage());
    Port.ExtraFlags.push_back("-I" + std::string(Full));
  }
  for (const std::string &Dir : O.TorchDirs)
    Port.ExtraFlags.push_back("-I" + Dir);
  for (const std::string &Macro : O.Defines)
    Port.ExtraFlags.push_back("-D" + Macro);
  takeIncludeVariables(Port.ExtraFlags);
}

/// The files of the rules that are not built in, each once.
static std::vector<StringRef> filesOfUserRules(const Table &Names) {
  std::vector<StringRef> Files;
  for (const CustomRule &Rule : Names.Rules.all())
    if (Rule.Path != RulesPath && !is_contained(Files, Rule.Path))
      Files.emplace_back(Rule.Path);
  return Files;
}

Expected<RunResult> runPortTo(Direction Way, const PortRequest &Request,
                              const Table &Names, Facts *Known) {
  if (Way == Direction::CudaToMusa)
    return runPortTrying(Request, Names, Known);
  for (StringRef File : filesOfUserRules(Names))
    printLine("warning",
              say(msg::ProblemOf, File, say(msg::RulesNotForWayBack)),
              chosenLanguage());
  std::string Image;
  return runPort(Request, wayBack(Names, Image), Known);
}

/// What the linker calls this binary, else a hash of it: the same on all
/// machines, however it was installed.
static std::string buildOfSelf() {
  static int Anchor;
  std::string Self = sys::fs::getMainExecutable("musify", &Anchor);
  auto Binary = object::ObjectFile::createObjectFile(Self);
  if (!Binary) {
    consumeError(Binary.takeError());
    return "";
  }
  object::BuildIDRef Id = object::getBuildID(Binary->getBinary());
  return Id.empty() ? utohexstr(xxh3_64bits(Binary->getBinary()->getData()))
                    : toHex(Id);
}

/// The build of the binary, and the contents of the tables that are laid over
/// the built-in one.
static std::string cacheIdentity(const CommandLine &Line) {
  return std::string("facts 2 musify ") + Line.Version + " " + buildOfSelf() +
         Line.MappingHashes;
}

void chooseCache(PortRequest &Port, const ParseOptions &O,
                 const CommandLine &Line) {
  if (O.NoCache)
    return;
  SmallString<256> Folder(O.CacheDir);
  if (Folder.empty()) {
    if (!sys::path::cache_directory(Folder))
      return;
    sys::path::append(Folder, "musify");
    if (sys::fs::create_directories(Folder))
      return; // nobody asked for it
  }
  Port.Warn = [Lang = Line.Lang](const Message &Warning) {
    printLine("warning", Warning, Lang);
  };
  Port.CacheDir = std::string(Folder);
  Port.CacheIdentity = cacheIdentity(Line);
}

void addTimeReportOption(CLI::App &Command) {
  beginGroup(Command, group::Output);
  Command.add_flag_callback("--time-report", startTimeReport,
                            "print what each phase of the run costs, and the "
                            "units that cost most");
}

void printTimeReport(Language Lang) { errs() << timesText(timeReport(), Lang); }

static std::atomic<bool> IsInterrupted;

StopsOnInterrupt::StopsOnInterrupt(PortRequest &Port) {
  sys::SetInterruptFunction([] { IsInterrupted = true; });
  Port.Stopped = [] { return IsInterrupted.load(); };
}

StopsOnInterrupt::~StopsOnInterrupt() { sys::SetInterruptFunction(nullptr); }

/// A terminal that knows no control sequences.
static bool isDumbTerminal() {
  return sys::Process::GetEnv("TERM").value_or("") == "dumb";
}

// One line that is written over. The time left is what the units so far took,
// so it is a guess; none is made in the first second.
void showProgress(PortRequest &Port, Language Lang) {
  if (!sys::Process::StandardErrIsDisplayed() || isDumbTerminal())
    return;
  using Clock = std::chrono::steady_clock;
  Port.Progress = [Lang, Start = Clock::now()](unsigned Done, unsigned Total,
                                               StringRef Unit) {
    errs() << "\r\033[K";
    if (Done == Total)
      return;
    errs() << '[' << Done + 1 << '/' << Total << ']';
    double Seconds =
        std::chrono::duration<double>(Clock::now() - Start).count();
    if (Done && Seconds >= 1) {
      double Rate = Done / Seconds;
      std::string Shown;
      raw_string_ostream(Shown) << format("%.1f", Rate);
      errs() << ' '
             << say(msg::UnitRate, Shown, unsigned((Total - Done) / Rate) + 1)
                    .text(Lang);
    }
    errs() << ' ' << printable(Unit.take_back(50));
  };
}

bool wantsColour(ColourMode Mode, int Descriptor) {
  if (Mode != ColourMode::Auto)
    return Mode == ColourMode::Always;
  auto IsSet = [](const char *Name) {
    return !sys::Process::GetEnv(Name).value_or("").empty();
  };
  return !IsSet("NO_COLOR") && !isDumbTerminal() &&
         sys::Process::FileDescriptorIsDisplayed(Descriptor);
}

void printLines(raw_ostream &OS, StringRef Text) {
  for (StringRef Line : llvm::split(Text, '\n'))
    OS << printable(Line) << '\n';
}

RuleHelpFn ruleHelp(Language Lang) {
  return [Lang](const LintRule &Rule) {
    std::string Path = ("rules/" + Rule.Id + ".md").str();
    StringRef Page =
        Lang == Language::Chinese ? builtinPage("zh/" + Path) : StringRef();
    return Page.empty() ? builtinPage(Path) : Page;
  };
}

void printLine(StringRef Level, const Message &What, Language Lang) {
  errs() << "musify: " << Level << ": " << printable(What.text(Lang)) << '\n';
}

void printError(Error E) {
  handleAllErrors(std::move(E), [](std::unique_ptr<ErrorInfoBase> Info) {
    errs() << "musify: error: ";
    printLines(errs(), errorText(Error(std::move(Info)), chosenLanguage()));
  });
}

bool printPaths(ArrayRef<SkippedResult> Skipped, Language Lang,
                StringRef LeftOut) {
  std::string Prefix;
  if (!LeftOut.empty())
    Prefix = ("musify: " + LeftOut + ": ").str();
  return printSkipped(errs(), Skipped, {"musify: error: ", Prefix, Prefix},
                      Lang);
}

int exitCodeOr(Expected<int> Code) {
  if (Code)
    return *Code;
  printError(Code.takeError());
  return ExitFailed;
}

} // namespace musify
