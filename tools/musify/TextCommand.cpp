// The options and file lists of the official text tool, with musify's engine.
#include "Commands.h"
#include "Diag/MessageError.h"
#include "Driver/ExitCode.h"
#include "Help.h"
#include "Language.h"
#include "Mapping/Load.h"
#include "Report/Text.h"
#include "Sdk/Embedded.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *TextHelp =
    "Accepts the command lines of the official musify-text, so that scripts\n"
    "which call it run unchanged. Put `--` before the files.\n\n"
    "Exit status: 0 all files were converted, with any findings; 2 usage\n"
    "or I/O error.";

/// Where the code goes.
enum class TextOutput { Create, Terminal, InPlace };

struct TextCommand {
  PortRequest Port;
  ParseOptions Parsing;
  TextOutput Output = TextOutput::Create;
  Direction Way = Direction::CudaToMusa;
  std::vector<std::string> Mappings; ///< since the last `--clear-mapping`
  bool DropsBuiltin = false;
  std::string Level = "WARNING";
};

void addOptions(CLI::App *Text, TextCommand &O) {
  beginGroup(*Text, group::Input);
  Text->add_option("srcs", O.Port.Paths, "files")->type_name("FILE");
  beginGroup(*Text, group::Result);
  auto AddOutput = [&](const char *Names, TextOutput Where, const char *Help) {
    return Text->add_flag_callback(
        Names, [&O, Where] { O.Output = Where; }, Help);
  };
  auto *Terminal = AddOutput("-t,--terminal", TextOutput::Terminal,
                             "print code to standard output");
  auto *Create = AddOutput("-c,--create", TextOutput::Create,
                           "write code to FILE.mt (default)");
  auto *InPlace =
      AddOutput("-i,--inplace", TextOutput::InPlace, "modify code in place");
  Terminal->excludes(Create)->excludes(InPlace);
  Create->excludes(InPlace);
  oneOf(Text->add_option_function<std::string>(
            "-d,--direction",
            [&O](const std::string &Way) {
              O.Way =
                  Way == "m2c" ? Direction::MusaToCuda : Direction::CudaToMusa;
            },
            "c2m: CUDA to MUSA; m2c: MUSA back to CUDA"),
        {"c2m", "m2c"})
      ->default_str("c2m");
  beginGroup(*Text, group::Changes);
  // Both are run where they stand: what is cleared is what came before.
  Text->add_option_function<std::vector<std::string>>(
          "-m,--mapping",
          [&O](const std::vector<std::string> &Files) {
            // No file at all comes as one empty name.
            append_range(O.Mappings, make_filter_range(Files, [](auto &File) {
                           return !File.empty();
                         }));
          },
          "tables that override the built-in one; the last one has priority")
      ->expected(0, CLI::detail::expected_max_vector_size)
      ->type_name("FILE...")
      ->trigger_on_parse();
  Text->add_flag_callback(
          "--clear-mapping",
          [&O] {
            O.Mappings.clear();
            O.DropsBuiltin = true;
          },
          "drop the built-in table and the mappings before this option")
      ->trigger_on_parse();
  oneOf(Text->add_option(
            "-l,--log-level", O.Level,
            "WARNING: findings; INFO: a summary too; DEBUG: notes too"),
        {"DEBUG", "INFO", "WARNING"})
      ->capture_default_str();
}

void tell(StringRef Level, const Message &What) {
  printLine(Level, What, chosenLanguage());
}

/// One of the default tables of the official tool, whose place the built-in
/// one takes. A user's own table may have such a name, but not that content.
bool isOfficialDefault(StringRef Path, ArrayRef<OwnedEntry> Entries) {
  StringRef Hallmark = StringSwitch<StringRef>(sys::path::filename(Path))
                           .Case("general.json", "cudaMemcpyAsync")
                           .Case("include.json", "cuda_runtime_api.h")
                           .Case("extra.json", "REGISTER_CUDA_DISPATCH")
                           .Default("");
  return !Hallmark.empty() && any_of(Entries, [&](const OwnedEntry &E) {
    return E.Flat && E.From == Hallmark;
  });
}

/// The official tool replaces any text, the engine names and headers.
bool isName(const OwnedEntry &E) {
  return E.K == Kind::Header || all_of(E.From, [](char C) {
           return isAlnum(C) || C == '_' || C == ':';
         });
}

void tellConflicts(StringRef Path, ArrayRef<Message> Conflicts, bool Verbose) {
  if (Conflicts.empty())
    return;
  Message What = say(msg::EntriesOverride, Conflicts.size());
  if (!Verbose)
    What.add(say(msg::DebugListsThem));
  tell("note", say(msg::ProblemOf, Path, What));
  if (Verbose)
    for (const Message &Each : Conflicts)
      tell("note", say(msg::ProblemOf, Path, Each));
}

Error layMapping(Table &Names, const std::string &Path, const TextCommand &O) {
  auto Buffer = readMappingFile(Path);
  StringRef Text = Buffer ? (*Buffer)->getBuffer() : "";
  auto Entries = Buffer ? parseMapping(Text, Path) : Buffer.takeError();
  if (!Entries)
    return joinErrors(Entries.takeError(), errorOf(say(msg::TablesTakeAll)));
  if (!O.DropsBuiltin && isOfficialDefault(Path, *Entries)) {
    tell("note", say(msg::OfficialTable, Path));
    return Error::success();
  }
  for (const OwnedEntry &E : *Entries)
    if (!isName(E))
      tell("warning", say(msg::ProblemOf,
                          Path + ":" + std::to_string(E.Line) + ":" +
                              std::to_string(E.Column),
                          say(msg::NeitherNameNorHeader, E.From)));
  tellConflicts(Path, Names.overlay(std::move(*Entries)), O.Level == "DEBUG");
  auto Rules = parseRules(Text, Path);
  if (!Rules)
    return Rules.takeError();
  Names.Rules.add(std::move(*Rules));
  return Error::success();
}

/// Folders are left out with an error each, as the official tool has no walk.
std::vector<std::string> filesOf(ArrayRef<std::string> Paths, bool &Failed) {
  std::vector<std::string> Files;
  for (const std::string &Path : Paths) {
    if (!sys::fs::is_directory(Path)) {
      Files.push_back(Path);
      continue;
    }
    Failed = true;
    tell("error", say(msg::NameItsFiles, Path));
  }
  return Files;
}

/// The engine reads everything but build scripts as C++.
void warnOfOtherLanguages(ArrayRef<std::string> Paths) {
  for (const std::string &Path : Paths)
    if (!isSourceExtension(Path) && !isMusaExtension(Path) &&
        !scriptSyntaxOf(Path))
      tell("warning", say(msg::ProblemOf, Path, say(msg::ReadAsCpp)));
}

/// The new code of each file, in the order of the arguments: a file that was
/// named twice is there twice. False if one could not be written.
bool writeNamed(const RunResult &Result, const TextCommand &O) {
  StringMap<const FileResult *> ByPath;
  for (const FileResult &F : Result.Files)
    ByPath[F.Path] = &F;
  bool Good = true;
  for (const std::string &Path : O.Port.Paths) {
    SmallString<256> Real;
    const FileResult *F =
        sys::fs::real_path(Path, Real) ? nullptr : ByPath.lookup(Real);
    if (!F)
      continue; // told with what was skipped
    auto Text = applyEdits(F->OldText, F->Plan);
    Error E = Text ? Error::success() : Text.takeError();
    if (!E && O.Output == TextOutput::Terminal)
      outs() << *Text;
    else if (!E)
      E = writeFileAtomically(Path + ".mt", *Text);
    Good &= !E;
    if (E)
      tell("error", say(msg::ProblemOf, Path, messageOf(std::move(E))));
  }
  outs().flush(); // before what goes to standard error
  if (outs().has_error()) {
    tell("error", say(msg::CannotWriteOutput, systemMessage(outs().error())));
    outs().clear_error();
    Good = false;
  }
  return Good;
}

void tell(const RunResult &Result, const TextCommand &O, bool Colour) {
  printFindings(errs(), Result, Colour, O.Level == "DEBUG");
  printPaths(Result.Skipped, chosenLanguage(), "warning");
  if (O.Level != "WARNING")
    printSummary(errs(), Result, Colour);
}

int runTextCommand(TextCommand &O, const CommandLine &Line) {
  std::string Image = packTable({});
  Table Names = O.DropsBuiltin ? Table(Image) : builtinTable();
  for (const std::string &Path : O.Mappings)
    if (Error E = layMapping(Names, Path, O)) {
      printError(std::move(E));
      return ExitFailed;
    }
  bool Failed = false;
  O.Port.Paths = filesOf(O.Port.Paths, Failed);
  warnOfOtherLanguages(O.Port.Paths);
  auto Result = runPortTo(O.Way, O.Port, Names);
  if (!Result) {
    printError(Result.takeError());
    return ExitFailed;
  }
  Result->Lang = chosenLanguage();
  if (O.Output != TextOutput::InPlace) {
    Failed |= !writeNamed(*Result, O);
  } else {
    OutputRequest InPlace;
    InPlace.Mode = OutputMode::InPlace;
    if (Error E = writeOutputs(*Result, InPlace)) {
      printError(std::move(E));
      return ExitFailed;
    }
  }
  tell(*Result, O, wantsColour(Line.Colour, 2));
  return Failed || exitCodeFor(*Result) == ExitFailed ? ExitFailed : ExitDone;
}

} // namespace

void addTextCommand(CommandLine &Line) {
  CLI::App *Text = Line.App.add_subcommand("text", TextHelp);
  Text->group(commands::Porting)
      ->footer("Example:\n"
               "  musify text -i -- a.cu b.cu");
  auto O = std::make_shared<TextCommand>();
  addOptions(Text, *O);
  Text->callback([O, &Line] {
    applyParseOptions(O->Port, O->Parsing);
    O->Port.TakesMusa = true;
    O->Port.BuildScripts = O->Way == Direction::CudaToMusa;
    Line.Run = [O, &Line](const Table &) { return runTextCommand(*O, Line); };
  });
}

} // namespace musify
