#include "Audit/Validate.h"
#include "Commands.h"
#include "Diag/MessageError.h"
#include "Driver/ExitCode.h"
#include "Help.h"
#include "Language.h"
#include "Mapping/Load.h"
#include "Memory.h"
#include "Report/SourceLine.h"
#include "Sdk/Embedded.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <cerrno>
#include <iostream>
#include <optional>
#include <unistd.h>

using namespace llvm;

namespace musify {

/// The entries of a table, if `mapping validate` finds no error in it.
static Expected<std::vector<OwnedEntry>>
parseChecked(StringRef Text, const std::string &Path, const Table &Names) {
  auto Entries = parseMapping(Text, Path);
  if (!Entries)
    return Entries;
  std::vector<Message> Errors;
  TableFile File{Path, std::move(*Entries)};
  for (const TableFault &F : validateTables(File, Names))
    if (F.Level == Severity::Error)
      Errors.push_back(atPlace(F.Path, F.Line, F.Column, F.What));
  if (!Errors.empty())
    return errorOf(std::move(Errors));
  return std::move(File.Entries);
}

static Error layOverlays(Table &Names, CommandLine &Line) {
  for (const std::string &Path : Line.MappingFiles) {
    auto Buffer = readMappingFile(Path);
    if (!Buffer)
      return Buffer.takeError();
    StringRef Text = (*Buffer)->getBuffer();
    auto Entries = parseChecked(Text, Path, Names);
    if (!Entries)
      return Entries.takeError();
    Line.MappingHashes += " " + utohexstr(xxh3_64bits(Text));
    for (const Message &Conflict : Names.overlay(std::move(*Entries)))
      printLine("note", say(msg::ProblemOf, Path, Conflict), chosenLanguage());
    auto Rules = parseRules(Text, Path);
    if (!Rules)
      return Rules.takeError();
    Names.Rules.add(std::move(*Rules));
    auto Renames = parseRenames(Text, Path);
    if (!Renames)
      return Renames.takeError();
    llvm::append_range(Line.Renames, std::move(*Renames));
  }
  return Error::success();
}

/// What follows the tool's name, last first, as CLI11 wants it. Called as
/// `musify-text`, the tool is its command `text`.
static std::vector<std::string> argumentsOf(int Argc, char **Argv) {
  std::vector<std::string> Arguments(std::reverse_iterator(Argv + Argc),
                                     std::reverse_iterator(Argv + 1));
  if (sys::path::filename(Argv[0]) == "musify-text")
    Arguments.emplace_back("text");
  return Arguments;
}

static void addCommands(CommandLine &Line) {
  addPortCommand(Line);
  addUpdateCommand(Line);
  addShimCommand(Line);
  addTextCommand(Line);
  addScanCommand(Line);
  addLintCommand(Line);
  addVerifyCommand(Line);
  addLearnCommand(Line);
  addExplainCommand(Line);
  addRulesCommand(Line);
  addQueryCommand(Line);
  addConfigCommand(Line);
  addLspCommand(Line);
  addMappingCommand(Line);
  addCompletionCommand(Line);
  addHelpCommand(Line);
}

/// The page that one sees first.
static const char *const TopHelp =
    "musify ports CUDA code to Moore Threads' MUSA and reports what needs "
    "manual work.";
static const char *const TopExamples =
    "Examples:\n"
    "  musify scan .                            what a port will take\n"
    "  musify port -p build -o ../project-musa  a ported copy of a project\n"
    "  musify lint src                          what needs manual work\n\n"
    "`musify help COMMAND`, or `musify COMMAND --help`, shows the options of "
    "a command.";

/// `Code`, unless standard output could not be written.
static int statusOfOutput(std::error_code Problem, int Code) {
  if (!Problem)
    return Code;
  printLine("error", say(msg::CannotWriteOutput, systemMessage(Problem)),
            chosenLanguage());
  return ExitFailed;
}

/// Reads the command line. The exit status, if there is nothing to run.
static std::optional<int> parse(CLI::App &App, int Argc, char **Argv) {
  auto Words = argumentsOf(Argc, Argv);
  if (Words.empty())
    Words.emplace_back("help");
  std::string Name;
  bool IsCommand = !StringRef(Words.back()).starts_with("-");
  if (IsCommand && !findCommand(App, {Words.back()}, Name))
    return ExitFailed;
  try {
    App.parse(std::move(Words));
  } catch (const CLI::ParseError &E) {
    if (E.get_exit_code() == 0) { // --help, --version
      App.exit(E, std::cout, std::cerr);
      return statusOfOutput(
          std::cout.flush() ? std::error_code()
                            : std::error_code(errno, std::generic_category()),
          ExitDone);
    }
    printUsageError(E, App);
    return ExitFailed;
  }
  return std::nullopt;
}

static std::string versionText() {
  return "musify " MUSIFY_VERSION " (commit " MUSIFY_COMMIT
         ", LLVM " LLVM_VERSION_STRING ", tables of " MUSIFY_TABLES_DATE ")";
}

static int run(int Argc, char **Argv) {
  watchMemory();
  chooseLanguage(ArrayRef(Argv, Argc).drop_front());
  CLI::App App(TopHelp, "musify");
  App.formatter(std::make_shared<HelpPage>());
  App.set_help_flag("-h,--help", ""); // no page lists it
  App.set_version_flag("--version", versionText(), "show the version");
  App.require_subcommand(1);
  CommandLine Line{App, MUSIFY_VERSION, {}, {}, {}, {}, {}, {}};
  Line.Lang = chosenLanguage();
  addCommands(Line);
  App.footer(TopExamples); // commands would take it from here
  if (auto Code = parse(App, Argc, Argv))
    return *Code;
  Table Names = builtinTable();
  if (Error E = layOverlays(Names, Line)) {
    printError(std::move(E));
    return ExitFailed;
  }
  int Code = Line.Run(Names);
  outs().flush();
  std::error_code Problem = outs().error();
  outs().clear_error();
  return statusOfOutput(Problem, Code);
}

} // namespace musify

int main(int Argc, char **Argv) {
  try {
    return musify::run(Argc, Argv);
  } catch (const std::exception &E) { // out of memory, as a rule
    std::cerr << "musify: error: " << E.what() << '\n';
    return musify::ExitFailed;
  }
}
