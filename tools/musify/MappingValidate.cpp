#include "Audit/Validate.h"
#include "Commands.h"
#include "Diag/MessageError.h"
#include "Driver/ExitCode.h"
#include "Edit/Plan.h"
#include "Help.h"
#include "Language.h"
#include "Mapping/Format.h"
#include "Mapping/Load.h"
#include "Parse/Rules/MatcherRules.h"
#include "Report/SourceLine.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *ValidateHelp =
    "Reports errors in mapping tables, each with its line and a fix. Files of\n"
    "one command line are one table.\n\n"
    "A table with errors is refused by all commands (--mapping).\n"
    "Exit status: 0 no errors; 1 errors; 2 usage or I/O error.";

struct ValidateCommand {
  std::vector<std::string> Paths;
  bool Fix = false;
};

class ValidateRun {
public:
  explicit ValidateRun(const ValidateCommand &O) : O(O) {}
  int run(const Table &Names);

private:
  Error take(const std::string &Path);
  Error takeFile(const std::string &Path);
  Error fix(const std::string &Path, StringRef Text);
  void takeFaults(Error E) {
    std::string Text = errorText(std::move(E), chosenLanguage());
    printLines(outs(), Text);
    Errors += llvm::count(Text, '\n') + 1;
  }

  const ValidateCommand &O;
  std::vector<TableFile> Files;
  unsigned Errors = 0, Warnings = 0;
};

Error ValidateRun::take(const std::string &Path) {
  if (!sys::fs::is_directory(Path))
    return takeFile(Path);
  auto Paths = listMappingFolder(Path);
  if (!Paths)
    return Paths.takeError();
  for (const std::string &Each : *Paths)
    if (Error E = takeFile(Each))
      return E;
  return Error::success();
}

/// Reads one file; what the loader says about it are faults, not errors.
Error ValidateRun::takeFile(const std::string &Path) {
  auto Buffer = readCopy(Path);
  if (!Buffer)
    return errorOf(say(msg::ProblemOf, Path, systemMessage(Buffer.getError())));
  auto Entries = parseMapping((*Buffer)->getBuffer(), Path);
  if (!Entries) {
    takeFaults(Entries.takeError());
    return Error::success();
  }
  auto Rules = parseRules((*Buffer)->getBuffer(), Path);
  if (!Rules) {
    takeFaults(Rules.takeError());
  } else {
    RuleSet Set;
    Set.add(std::move(*Rules));
    if (Error E = checkMatchers(Set))
      takeFaults(std::move(E));
  }
  auto Renames = parseRenames((*Buffer)->getBuffer(), Path);
  if (!Renames)
    takeFaults(Renames.takeError());
  if (O.Fix) {
    if (Error E = fix(Path, (*Buffer)->getBuffer()))
      return E;
    // The lines are those of the file as it is now.
    Entries = loadMapping(Path);
    if (!Entries)
      return Entries.takeError();
  }
  Files.push_back({Path, std::move(*Entries)});
  return Error::success();
}

Error ValidateRun::fix(const std::string &Path, StringRef Text) {
  auto Formatted = formatMapping(Text, Path);
  if (!Formatted)
    return Formatted.takeError();
  if (*Formatted == Text)
    return Error::success();
  if (Error E = writeFileAtomically(Path, *Formatted))
    return E;
  printSummaryLine(say(msg::ProblemOf, Path, say(msg::SortedAndFormatted)));
  return Error::success();
}

int ValidateRun::run(const Table &Names) {
  bool Failed = false;
  for (const std::string &Path : O.Paths)
    if (Error E = take(Path)) {
      printError(std::move(E));
      Failed = true;
    }
  for (const TableFault &F : validateTables(Files, Names)) {
    printLines(outs(), F.text(chosenLanguage()));
    Errors += F.Level == Severity::Error;
    Warnings += F.Level == Severity::Warning;
  }
  outs().flush();
  size_t Count = 0;
  for (const TableFile &F : Files)
    Count += F.Entries.size();
  unsigned Faults = Errors + Warnings;
  printSummaryLine(Count == 1 ? say(msg::ValidatedOne, Faults)
                              : say(msg::ValidatedAll, Count, Faults));
  return Failed ? ExitFailed : Errors ? ExitFindings : ExitDone;
}

} // namespace

void addMappingValidate(CLI::App &Mapping, CommandLine &Line) {
  CLI::App *Validate = Mapping.add_subcommand("validate", ValidateHelp);
  auto O = std::make_shared<ValidateCommand>();
  beginGroup(*Validate, group::Input);
  Validate
      ->add_option(
          "files", O->Paths,
          "mapping tables, full or flat format, or directories of them")
      ->required()
      ->type_name("FILE");
  Validate->add_flag("--fix", O->Fix,
                     "sort the entries and format the file first");
  addLanguageOption(*Validate, Line);
  Validate->callback([O, &Line] {
    Line.Run = [O](const Table &Names) { return ValidateRun(*O).run(Names); };
  });
}

} // namespace musify
