#include "Checks.h"
#include "Commands.h"
#include "Diag/MessageError.h"
#include "Driver/ExitCode.h"
#include "Edit/Plan.h"
#include "Help.h"
#include "Language.h"
#include "Mapping/Evidence.h"
#include "Mapping/Load.h"
#include "Report/SourceLine.h"
#include "Support/Untrusted.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *MergeHelp =
    "Takes what `musify mapping check --json` printed on a machine with a "
    "MUSA\n"
    "SDK into tables: unverified names that the SDK declares become "
    "supported,\n"
    "with the SDK and its header as evidence. Prints the names that the SDK\n"
    "lacks or declares otherwise, which a person has to decide.\n\n"
    "Exit status: 0 all merged; 1 some names need a decision; 2 usage or I/O\n"
    "error.";

struct MergeCommand {
  std::string Evidence;
  std::string Tables = "mappings";
};

/// Merges one table; `Open` grows by what a person has to decide.
Error mergeInto(const std::string &Path, const SdkEvidence &Found,
                unsigned &Raised, unsigned &Open) {
  auto Buffer = readPlainFile(Path);
  if (!Buffer)
    return errorOf(say(msg::ProblemOf, Path, systemMessage(Buffer.getError())));
  auto Merged =
      mergeEvidence((*Buffer)->getBuffer(), Path, sys::path::stem(Path), Found);
  if (!Merged)
    return Merged.takeError();
  for (const Message &Open : Merged->Open)
    outs() << printable(told(Open)) << '\n';
  Raised += Merged->Raised;
  Open += Merged->Open.size();
  return Merged->Raised ? writeFileAtomically(Path, Merged->Text)
                        : Error::success();
}

Expected<int> runMerge(const MergeCommand &O) {
  auto Buffer = readPlainFile(O.Evidence);
  if (!Buffer)
    return errorOf(
        say(msg::ProblemOf, O.Evidence, systemMessage(Buffer.getError())));
  auto Found = parseEvidence((*Buffer)->getBuffer(), O.Evidence);
  if (!Found)
    return Found.takeError();
  auto Paths = listMappingFolder(O.Tables);
  if (!Paths)
    return Paths.takeError();
  unsigned Raised = 0, Open = 0;
  for (const std::string &Path : *Paths)
    if (Error E = mergeInto(Path, *Found, Raised, Open))
      return std::move(E);
  outs().flush(); // before what goes to standard error
  printSummaryLine(say(msg::MergeSummary, Raised, Open));
  return Open ? ExitFindings : ExitDone;
}

} // namespace

void addMappingMerge(CLI::App &Mapping, CommandLine &Line) {
  CLI::App *Merge = Mapping.add_subcommand("merge-evidence", MergeHelp);
  auto O = std::make_shared<MergeCommand>();
  beginGroup(*Merge, group::Input);
  Merge->add_option("file", O->Evidence, "what the check printed")
      ->required()
      ->type_name("FILE")
      ->check(existingFile);
  Merge->add_option("--tables", O->Tables, "directory of the tables to change")
      ->capture_default_str()
      ->type_name("DIR")
      ->check(existingDirectory);
  addLanguageOption(*Merge, Line);
  Merge->callback([O, &Line] {
    Line.Run = [O](const Table &) {
      auto Code = runMerge(*O);
      if (Code)
        return *Code;
      printError(Code.takeError());
      return int(ExitFailed);
    };
  });
}

} // namespace musify
