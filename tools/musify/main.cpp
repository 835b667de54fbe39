#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Lint/Catalogue.h"
#include "Mapping/Load.h"
#include "Report/SourceLine.h"
#include "Sdk/Embedded.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <iostream>

using namespace llvm;

namespace musify {

static Error layOverlays(Table &Names, CommandLine &Line) {
  for (const std::string &Path : Line.MappingFiles) {
    auto Entries = loadMapping(Path);
    if (!Entries)
      return Entries.takeError();
    for (const std::string &Conflict : Names.overlay(std::move(*Entries)))
      errs() << "musify: note: " << Path << ": " << Conflict << '\n';
    auto Rules = loadRules(Path);
    if (!Rules)
      return Rules.takeError();
    Names.Rules.add(std::move(*Rules));
    auto Renames = loadRenames(Path);
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

/// Says what was meant, if the first word is no command.
static bool isMistyped(const CLI::App &App, int Argc, char **Argv) {
  if (Argc < 2 || Argv[1][0] == '-')
    return false;
  StringRef Word = Argv[1];
  std::vector<std::string> Names;
  for (const CLI::App *Each : App.get_subcommands(nullptr))
    Names.push_back(Each->get_name());
  if (is_contained(Names, Word))
    return false;
  std::vector<StringRef> Known(Names.begin(), Names.end());
  std::string Near = nearestOf(Word, Known);
  errs() << "musify: error: no command `" << printable(Word) << '`';
  if (!Near.empty())
    errs() << "; did you mean `" << Near << "`?";
  errs() << "\nmusify: `musify --help` lists the commands\n";
  return true;
}

static int run(int Argc, char **Argv) {
  CLI::App App("musify ports CUDA code to Moore Threads' MUSA and reports what "
               "needs manual work.",
               "musify");
  App.set_version_flag("--version", std::string("musify ") + MUSIFY_VERSION);
  App.require_subcommand(1);
  App.failure_message(CLI::FailureMessage::simple);
  CommandLine Line{App, MUSIFY_VERSION, {}, {}, {}, {}, {}};
  addPortCommand(Line);
  addUpdateCommand(Line);
  addLintCommand(Line);
  addVerifyCommand(Line);
  addLearnCommand(Line);
  addScanCommand(Line);
  addQueryCommand(Line);
  addMappingCommand(Line);
  addTextCommand(Line);
  addShimCommand(Line);
  addExplainCommand(Line);
  if (sys::path::filename(Argv[0]) != "musify-text" &&
      isMistyped(App, Argc, Argv))
    return ExitFailed;
  try {
    App.parse(argumentsOf(Argc, Argv));
  } catch (const CLI::ParseError &E) {
    bool Asked = E.get_exit_code() == 0; // --help, --version
    if (!Asked)
      std::cerr << "musify: error: ";
    App.exit(E, std::cout, std::cerr);
    return Asked ? ExitDone : ExitFailed;
  }
  Table Names = builtinTable();
  if (Error E = layOverlays(Names, Line)) {
    printError(std::move(E));
    return ExitFailed;
  }
  int Code = Line.Run(Names);
  outs().flush();
  if (outs().has_error()) {
    errs() << "musify: error: cannot write to standard output: "
           << outs().error().message() << '\n';
    outs().clear_error();
    return ExitFailed;
  }
  return Code;
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
