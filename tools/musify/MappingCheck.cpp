#include "Audit/Check.h"
#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Help.h"
#include "Language.h"
#include "Mapping/Evidence.h"
#include "Mapping/Version.h"
#include "Platform/Platform.h"
#include "Report/SourceLine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;

namespace musify {
namespace {

constexpr const char *CheckHelp =
    "Compares the table with the headers of an installed MUSA SDK: names that\n"
    "are missing, or have another kind, signature or value. --json prints\n"
    "what the SDK tells as a file for `musify mapping merge-evidence`.\n\n"
    "Exit status: 0 at most notes; 1 differences; 2 usage error.";

/// A folder with `include/<Header>`, or a message.
std::string holdsHeader(const std::string &Dir, StringRef Header) {
  if (sys::fs::is_regular_file(Dir + "/include/" + Header))
    return "";
  return told(say(msg::ContainsNo, Dir, ("include/" + Header).str()));
}

/// A table that does not exist would report nothing.
std::string unknownLibrary(const CheckRequest &Request, const Table &Names) {
  std::set<StringRef> Known;
  Names.forEach([&](const Entry &E) { Known.insert(E.Library); });
  for (const std::string &Name : Request.Libraries)
    if (!Known.count(Name))
      return Name;
  return "";
}

struct CheckCommand : CheckRequest {
  bool Json = false;
};

/// What `parseEvidence` reads. Sorted as the findings are.
void printEvidenceFile(const CheckResult &Result, StringRef Sdk) {
  json::OStream Out(outs(), 1);
  Out.object([&] {
    Out.attribute("format", EvidenceFormat);
    Out.attribute("sdk", Sdk);
    Out.attributeArray("names", [&] {
      for (const EvidenceName &N : Result.Names)
        Out.object([&] {
          Out.attribute("library", N.Library);
          Out.attribute("from", N.From);
          Out.attribute("to", N.To);
          Out.attribute("result", N.Result);
          if (!N.Header.empty())
            Out.attribute("header", N.Header);
          if (!N.What.empty())
            Out.attribute("what", json::fixUTF8(N.What));
        });
    });
  });
  outs() << '\n';
}

void printFindings(const CheckResult &Result) {
  for (const CheckFinding &F : Result.Findings)
    outs() << printable(F.Library) << ": " << severityName(F.Level) << ": "
           << printable(told(F.What)) << '\n';
}

int runCheckCommand(CheckCommand Request, const Table &Names) {
  if (std::string Name = unknownLibrary(Request, Names); !Name.empty()) {
    printLine("error",
              say(msg::ProblemOf, "--library", say(msg::NoSuchTable, Name)),
              chosenLanguage());
    return ExitFailed;
  }
  std::string Sdk = installedVersion(Request.MusaPath);
  if (!Request.MusaVersion.empty())
    Sdk = Request.MusaVersion.getAsString();
  else if (auto Version = parseVersion(Sdk))
    Request.MusaVersion = *Version;
  CheckResult Result = checkTable(Request, Names);
  unsigned Count = llvm::count_if(Result.Findings, [](const CheckFinding &F) {
    return F.Level != Severity::Note;
  });
  if (Request.Json)
    printEvidenceFile(Result, Sdk);
  else
    printFindings(Result);
  outs().flush();
  printSummaryLine(say(msg::CheckSummary, Result.Confirmed, Result.Unverified,
                       Count, Result.Newer, Result.Unchecked));
  if (Result.NotCompared)
    printSummaryLine(say(msg::SignaturesNotCompared, Result.NotCompared));
  return Count ? ExitFindings : ExitDone;
}

} // namespace

void addMappingCheck(CLI::App &Mapping, CommandLine &Line) {
  CLI::App *Check = Mapping.add_subcommand("check", CheckHelp);
  auto O = std::make_shared<CheckCommand>();
  beginGroup(*Check, group::Input);
  Check->add_option("--musa-path", O->MusaPath, "the MUSA SDK")
      ->required()
      ->type_name("DIR")
      ->check([](const std::string &Dir) {
        return holdsHeader(Dir, targetPlatform().RuntimeHeader);
      });
  Check
      ->add_option("--cuda-path", O->CudaPath,
                   "a CUDA SDK: values of enumerators are compared too")
      ->type_name("DIR")
      ->check([](const std::string &Dir) {
        return holdsHeader(Dir, sourcePlatform().RuntimeHeader);
      });
  Check
      ->add_option("--library", O->Libraries,
                   "report on this table only; may be repeated")
      ->allow_extra_args(false)
      ->type_name("NAME");
  addMusaVersionOption(
      *Check, O->MusaVersion,
      "the SDK's version, by default as its version.json says: "
      "later names are not searched for");
  addMappingOption(*Check, Line);
  addLanguageOption(*Check, Line);
  beginGroup(*Check, group::Output);
  Check->add_flag("--json", O->Json,
                  "print a file for `musify mapping merge-evidence`");
  Check->callback([O, &Line] {
    Line.Run = [O](const Table &Names) { return runCheckCommand(*O, Names); };
  });
}

} // namespace musify
