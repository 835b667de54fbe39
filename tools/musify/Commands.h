//===- Commands.h - One file a subcommand -----------------------*- C++ -*-===//
#ifndef MUSIFY_TOOLS_COMMANDS_H
#define MUSIFY_TOOLS_COMMANDS_H

#include "Diag/Message.h"
#include "Driver/Port.h"
#include "Mapping/Table.h"
#include "Report/LintFormat.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VersionTuple.h"
#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

namespace musify {

enum class ColourMode { Auto, Always, Never };

/// What all commands share while the command line is read.
struct CommandLine {
  CLI::App &App;
  const char *Version;
  std::vector<std::string> MappingFiles;
  std::string MappingHashes;       ///< of their texts, which may come by pipes
  std::vector<RenameRule> Renames; ///< of these files, the later wins
  ColourMode Colour = ColourMode::Auto;
  Language Lang = Language::English;
  /// What to do after parsing: set by the command that was chosen. Gets the
  /// table with the user's laid over it and returns the exit code.
  std::function<int(const Table &Names)> Run;
};

/// How code is read, as it is spelled: the same for all commands that parse.
struct ParseOptions {
  std::vector<std::string> IncludeDirs, Defines, TorchDirs;
  std::string Engine = "full", CacheDir;
  std::string StdinName; ///< the file that standard input stands for
  bool NoCache = false;
};

/// Headings of the list of commands.
namespace commands {
inline constexpr const char *Porting = "Port code";
inline constexpr const char *Checking = "Check code";
inline constexpr const char *LookingUp = "Look up";
inline constexpr const char *SettingUp = "Set up";
} // namespace commands

/// Each adds one subcommand. A usage error that CLI11 cannot see is thrown as
/// `CLI::ValidationError` while parsing.
void addPortCommand(CommandLine &Line);
void addUpdateCommand(CommandLine &Line);
void addLintCommand(CommandLine &Line);
void addVerifyCommand(CommandLine &Line);
void addLearnCommand(CommandLine &Line);
void addScanCommand(CommandLine &Line);
void addQueryCommand(CommandLine &Line);
void addTextCommand(CommandLine &Line);
void addShimCommand(CommandLine &Line);
void addExplainCommand(CommandLine &Line);
void addMappingCommand(CommandLine &Line);
void addRulesCommand(CommandLine &Line);
void addConfigCommand(CommandLine &Line);
void addLspCommand(CommandLine &Line);
void addHelpCommand(CommandLine &Line);
void addCompletionCommand(CommandLine &Line);

/// Each adds one command below `mapping`.
void addMappingTest(CLI::App &Mapping, CommandLine &Line);
void addMappingValidate(CLI::App &Mapping, CommandLine &Line);
void addMappingCheck(CLI::App &Mapping, CommandLine &Line);
void addMappingCoverage(CLI::App &Mapping, CommandLine &Line);
void addMappingMerge(CLI::App &Mapping, CommandLine &Line);

/// `--mapping`, and `--color` with `--lang`, for a command that uses them.
void addMappingOption(CLI::App &Command, CommandLine &Line);
void addStyleOptions(CLI::App &Command, CommandLine &Line);
/// `--lang` alone.
void addLanguageOption(CLI::App &Command, CommandLine &Line);
/// `--musa-version`: a version of the SDK, which stays empty if not given.
void addMusaVersionOption(CLI::App &Command, llvm::VersionTuple &Version,
                          const char *Help);

/// Where the configuration and the project of a run are searched for.
std::string startOf(const PortRequest &Port);
/// Throws if there are neither paths nor a compile database.
void requirePaths(const PortRequest &Port);

/// Files or directories that exist.
CLI::Option *addPathsOption(CLI::App &Command, std::vector<std::string> &Paths,
                            const char *Help = "files or directories");

/// `--arch` of commands that judge for several architectures.
/// Architectures of devices that one can have.
std::vector<std::string> currentArchs();
void addTargetsOption(CLI::App &Command, std::vector<std::string> &Names);
/// Puts the profiles of `Names`, or of those that --help names,
/// into `Edits`; the oldest one gates names. Fails on an unknown name.
llvm::Error setTargets(PortOptions &Edits, llvm::ArrayRef<std::string> Names);

/// `--html`: a page beside the other outputs.
void addHtmlOption(CLI::App &Command, std::string &Path);
/// `--report`: JSON beside the other outputs.
void addReportOption(CLI::App &Command, std::string &Path);
/// The files that say how to run: tables, compile database, configuration,
/// architectures, diff. No report may replace one.
std::vector<std::string> settingsInUse(const CommandLine &Line,
                                       const PortRequest &Port,
                                       llvm::StringRef Config = "");
/// Writes what such an option names; nothing if it was not given.
llvm::Error writeNamed(const std::string &Path, llvm::StringRef Text);

/// `-p`, `--exclude`, `-I`, `-D`, `--cuda-path`, `--torch-path`, `--engine`,
/// `-j`, `--timeout`,
/// `--max-memory`, `--cache` and `--no-cache`.
void addParseOptions(CLI::App &Command, PortRequest &Port, ParseOptions &O);
/// `--stdin-filename`, in place of `Paths`.
void addStdinOption(CLI::App &Command, CLI::Option *Paths, PortRequest &Port,
                    ParseOptions &O);
/// Reads standard input if it is a file of the run.
llvm::Error takeStdin(PortRequest &Port, ParseOptions &O);
/// Puts what was read into `Port`.
void applyParseOptions(PortRequest &Port, const ParseOptions &O);
/// Chooses the cache: the folder that was named, else the user's, if it can be
/// made. What lies in it holds for this binary and these tables alone.
void chooseCache(PortRequest &Port, const ParseOptions &O,
                 const CommandLine &Line);

/// `runPort` either way. Rules a user wrote are for ports to MUSA: on the way
/// back a warning tells that they are left out.
llvm::Expected<RunResult> runPortTo(Direction Way, const PortRequest &Request,
                                    const Table &Names, Facts *Known = nullptr);

/// While it lives, an interrupt (Ctrl-C) ends the parses of `Port` and keeps
/// what was found; a second one ends the process.
class StopsOnInterrupt {
public:
  explicit StopsOnInterrupt(PortRequest &Port);
  ~StopsOnInterrupt();
  StopsOnInterrupt(const StopsOnInterrupt &) = delete;
  StopsOnInterrupt &operator=(const StopsOnInterrupt &) = delete;
};

/// `--time-report`, which takes effect at once.
void addTimeReportOption(CLI::App &Command);
/// Prints to standard error what such an option asked for.
void printTimeReport(Language Lang);

/// Shows on standard error how far the run is, where a person looks at it.
void showProgress(PortRequest &Port, Language Lang);

/// True if output to the descriptor (1 or 2) is to be coloured.
bool wantsColour(ColourMode Mode, int Descriptor);

/// Prints the lines of a text that may come from anywhere: without control
/// characters, which a terminal would obey.
void printLines(llvm::raw_ostream &OS, llvm::StringRef Text);

/// Prints every table entry of a CUDA or MUSA name. False if there is none.
bool printEntries(llvm::raw_ostream &OS, llvm::StringRef Name,
                  const Table &Names);
/// Prints that no table has the name, and which one may have been meant.
void printUnknownName(llvm::StringRef Name, const Table &Names);

/// The page of a rule, in the language or in English where it has no page.
RuleHelpFn ruleHelp(Language Lang);

/// Prints `musify: LEVEL: ...` to standard error.
void printLine(llvm::StringRef Level, const Message &What, Language Lang);

/// Prints `musify: error: ...` for each message of `E`.
void printError(llvm::Error E);

/// Prints `musify: error: PATH: ...` for each path that failed, and the same
/// with `LeftOut` for `error` for those left out, if it is given. True if a
/// path failed.
bool printPaths(llvm::ArrayRef<SkippedResult> Skipped, Language Lang,
                llvm::StringRef LeftOut = "");

/// The exit code, or that of a failure, which is printed.
int exitCodeOr(llvm::Expected<int> Code);

} // namespace musify

#endif // MUSIFY_TOOLS_COMMANDS_H
