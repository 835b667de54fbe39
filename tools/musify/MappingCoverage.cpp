#include "Audit/Coverage.h"
#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Help.h"
#include "Language.h"
#include "llvm/Support/raw_ostream.h"
#include <nlohmann/json.hpp>

using namespace llvm;

namespace musify {
namespace {

constexpr const char *CoverageHelp =
    "Lists the public names of an installed CUDA SDK that no table has,\n"
    "grouped by header, one a line.\n\n"
    "Exit status: 0 all known, nothing is printed; 1 some are not; 2 usage or "
    "I/O\nerror.";

struct CoverageCommand {
  std::string CudaPath;
  bool Json = false;
};

void printText(ArrayRef<SdkName> Missing) {
  StringRef Header;
  for (const SdkName &N : Missing) {
    if (N.Header != Header)
      outs() << N.Header << " (" << groupOf(N.Header) << ")\n";
    Header = N.Header;
    outs() << "  " << kindName(N.K) << ' ' << N.Name << '\n';
  }
}

void printJson(ArrayRef<SdkName> Missing, size_t Total) {
  using nlohmann::ordered_json;
  ordered_json List = ordered_json::array();
  for (const SdkName &N : Missing)
    List.push_back({{"name", N.Name},
                    {"kind", kindName(N.K).str()},
                    {"header", N.Header},
                    {"group", groupOf(N.Header).str()}});
  ordered_json Root = {{"names", Total}, {"missing", std::move(List)}};
  outs() << Root.dump(2) << '\n';
}

int runCoverage(const CoverageCommand &O, const Table &Names) {
  auto Sdk = readSdkNames(O.CudaPath);
  if (!Sdk) {
    printError(Sdk.takeError());
    return ExitFailed;
  }
  std::vector<SdkName> Missing = missingNames(*Sdk, Names);
  if (O.Json)
    printJson(Missing, Sdk->Names.size());
  else
    printText(Missing);
  outs().flush();
  for (const Message &Problem : Sdk->Problems)
    printLine("error", Problem, chosenLanguage());
  for (const std::string &Header : Sdk->NotFound)
    printLine("note", say(msg::HeaderNotFound, Header), chosenLanguage());
  errs() << told(say(msg::CoverageSummary, Missing.size(), Sdk->Names.size()))
         << '\n';
  return !Sdk->Problems.empty() ? ExitFailed
         : Missing.empty()      ? ExitDone
                                : ExitFindings;
}

} // namespace

void addMappingCoverage(CLI::App &Mapping, CommandLine &Line) {
  CLI::App *Coverage = Mapping.add_subcommand("coverage", CoverageHelp);
  auto O = std::make_shared<CoverageCommand>();
  beginGroup(*Coverage, group::Input);
  Coverage
      ->add_option("--cuda-path", O->CudaPath,
                   "directory of the SDK, which contains include/")
      ->required()
      ->type_name("DIR");
  beginGroup(*Coverage, group::Output);
  Coverage->add_flag("--json", O->Json, "print JSON");
  addMappingOption(*Coverage, Line);
  addLanguageOption(*Coverage, Line);
  Coverage->callback([O, &Line] {
    Line.Run = [O](const Table &Names) { return runCoverage(*O, Names); };
  });
}

} // namespace musify
