#include "Checks.h"
#include "Commands.h"
#include "Diag/MessageError.h"
#include "Driver/Verify.h"
#include "FindingsOutput.h"
#include "Help.h"
#include "Language.h"
#include "PrintEntry.h"
#include "Report/SourceLine.h"
#include "Sdk/Declaration.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *VerifyHelp =
    "Compares a MUSA port with its CUDA original. Musify, another tool or a\n"
    "person may have made it. Lists every difference that no rule and no\n"
    "table entry explains, names that mean something else, code that Clang\n"
    "rejects with MUSA's declarations, and conditions that choose another\n"
    "branch. No file is changed.\n\n"
    "Exit status: 0 no finding reaches --fail-on; 1 some do; 2 usage or I/O\n"
    "error.";

struct VerifyCommand {
  VerifyRequest Verify;
  ParseOptions Parsing;
  FindingsOptions Findings;
  std::vector<std::string> Arch;
  std::string Original;
};

/// What MUSA's header would have: the declaration with its names.
std::string inMusa(StringRef Declaration, const Table &Names) {
  auto IsWord = [](char C) { return isAlnum(C) || C == '_'; };
  std::string Out;
  while (!Declaration.empty()) {
    StringRef Word = Declaration.take_while(IsWord);
    auto E = Names.findName(Word);
    Out += E && E->renames() ? E->To : Word;
    Declaration = Declaration.drop_front(Word.size());
    StringRef Rest = Declaration.take_until(IsWord);
    Out += Rest;
    Declaration = Declaration.drop_front(Rest.size());
  }
  return Out;
}

void printEdits(ArrayRef<ExplainedEdit> Edits, const Table &Names) {
  auto Seen = [](std::optional<Engine> By) {
    return By ? engineName(*By).str() : told(say(msg::NoParse));
  };
  for (const ExplainedEdit &Edit : Edits) {
    outs() << printable(Edit.Shown) << ':' << Edit.Line << ':' << Edit.Column
           << ": " << printable(Edit.Was) << " -> " << printable(Edit.Now)
           << ": "
           << told(Edit.IsProved ? say(msg::EditProved) : say(msg::EditByText))
           << '\n';
    printField(outs(), msg::FieldSeenOriginal, Seen(Edit.InOriginal));
    printField(outs(), msg::FieldSeenPort, Seen(Edit.InPort));
    auto E = Names.findName(Edit.Entry);
    if (!E)
      E = Names.findHeader(Edit.Entry);
    if (!E) {
      printField(outs(), msg::FieldRule, Edit.Rule);
      continue;
    }
    printField(outs(), msg::FieldEntry,
               (E->Library + ": " + statusName(E->S)).str());
    printEvidence(outs(), *E);
    std::string Declaration = sdkDeclaration(E->From);
    printField(outs(), msg::FieldDeclared, Declaration);
    printField(outs(), msg::FieldTaken, inMusa(Declaration, Names));
  }
  outs().flush();
}

void addOptions(CLI::App *Verify, VerifyCommand &O) {
  PortRequest &Port = O.Verify.Lint.Port;
  beginGroup(*Verify, group::Input);
  Verify->add_option("original", O.Original, "file or directory of CUDA code")
      ->required()
      ->type_name("ORIGINAL")
      ->check(existingPath);
  Verify->add_option("port", O.Verify.PortPath, "its port to MUSA")
      ->required()
      ->type_name("PORT")
      ->check(existingPath);
  Verify
      ->add_option("--against", O.Verify.AgainstPath,
                   "another port of ORIGINAL: list what differs between the "
                   "two")
      ->type_name("OTHER")
      ->check(existingPath);
  Verify->add_flag("--explain", O.Verify.Explains,
                   "also print each edit of the port: who saw the place, the "
                   "table's evidence and both declarations");
  addParseOptions(*Verify, Port, O.Parsing);
  addTargetsOption(*Verify, O.Arch);
  addMusaVersionOption(*Verify, Port.Edits.MusaVersion,
                       "the target MUSA SDK; what it lacks is not declared");
  Verify
      ->add_option("--musa-path", O.Verify.MusaPath,
                   "an installed MUSA SDK: list names of the port that its "
                   "headers do not declare as the tables say")
      ->type_name("DIR")
      ->check(existingDirectory);
  addFindingsOptions(*Verify, O.Verify.Lint, O.Findings);
}

Expected<int> runVerifyCommand(VerifyCommand &O, const Table &Names,
                               const CommandLine &Line) {
  LintRequest &Lint = O.Verify.Lint;
  Lint.Port.Paths = {O.Original};
  Lint.Root = findProjectRoot(O.Verify.PortPath);
  if (!O.Verify.AgainstPath.empty() &&
      sys::fs::is_directory(O.Verify.AgainstPath) !=
          sys::fs::is_directory(O.Verify.PortPath))
    return errorOf(
        say(msg::AgainstOther, O.Verify.AgainstPath, O.Verify.PortPath));
  auto Outputs = settleFindings(Lint, O.Findings);
  if (!Outputs)
    return Outputs.takeError();
  bool IsText = llvm::all_of(*Outputs, [](const FindingsOutput &Out) {
    return !Out.Path.empty() || Out.Format->Name == "text";
  });
  if (O.Verify.Explains && !IsText)
    return errorOf(say(msg::ExplainPrints));
  PortRequest &Port = Lint.Port;
  Port.Edits.IsLint = true;
  if (Error E =
          setTargets(Port.Edits, !O.Arch.empty() ? O.Arch : Lint.Config.Arch))
    return std::move(E);
  if (Port.Edits.MusaVersion.empty())
    Port.Edits.MusaVersion = Lint.Config.MusaVersion;
  applyParseOptions(Port, O.Parsing);
  chooseCache(Port, O.Parsing, Line);
  Port.Excludes = [&](StringRef Path) { return Lint.Config.excludes(Path); };
  O.Findings.Command = "verify";
  O.Findings.Title = O.Original + " " + O.Verify.PortPath;
  if (!O.Findings.Quiet)
    showProgress(Port, Line.Lang);
  Lint.Lang = Line.Lang;
  auto Result = runVerify(O.Verify, Names);
  if (!Result)
    return Result.takeError();
  Result->Lint.ToolVersion = Line.Version;
  printEdits(Result->Edits, Names);
  if (Error E = writeFindings(*Outputs, Result->Lint, Lint, O.Findings, Line,
                              verifySummary(*Result)))
    return std::move(E);
  return exitCodeFor(Result->Lint);
}

} // namespace

void addVerifyCommand(CommandLine &Line) {
  CLI::App *Verify = Line.App.add_subcommand("verify", VerifyHelp);
  Verify->group(commands::Checking)
      ->footer("Examples:\n"
               "  musify verify src ../project-musa/src\n"
               "  musify verify a.cu a.mu\n"
               "  musify verify src port --against ../project-musa/src");
  auto O = std::make_shared<VerifyCommand>();
  addOptions(Verify, *O);
  addMappingOption(*Verify, Line);
  addStyleOptions(*Verify, Line);
  Verify->callback([O, &Line] {
    Line.Run = [O, &Line](const Table &Names) {
      return exitCodeOr(runVerifyCommand(*O, Names, Line));
    };
  });
}

} // namespace musify
