#include "Commands.h"
#include "Driver/ExitCode.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

void printField(StringRef Name, StringRef Value) {
  if (!Value.empty())
    outs() << "  " << Name << ": " << Value << '\n';
}

void printEntry(const Entry &E) {
  outs() << E.From << " -> " << (E.To.empty() ? "(nothing)" : E.To) << "  ["
         << kindName(E.K) << ", " << statusName(E.S) << "]\n";
  printField("library", E.Library);
  printField("member of", E.In);
  printField("CUDA", E.Cuda);
  printField("MUSA SDK", E.Since);
  printField("evidence", E.Evidence);
  printField("note", E.Note);
}

/// The known name that is nearest to `Name`; "" if none is near.
std::string nearestName(StringRef Name, const Table &Names) {
  unsigned Best = Name.size() / 3 + 1;
  std::string Nearest;
  Names.forEach([&](const Entry &E) {
    unsigned Distance = Name.edit_distance(E.From, true, Best);
    if (Distance < Best || (Distance == Best && E.From < Nearest)) {
      Best = Distance;
      Nearest = E.From.str();
    }
  });
  return Nearest;
}

/// Both ways: `Name` as CUDA's and as MUSA's. True if anything was found.
bool printName(StringRef Name, const Table &Names) {
  bool Found = false;
  for (Space In : {Space::Identifier, Space::Namespace, Space::String})
    if (auto E = Names.find(In, Name)) {
      printEntry(*E);
      Found = true;
    }
  if (auto E = Names.findHeader(Name)) {
    printEntry(*E);
    Found = true;
  }
  Names.forEach([&](const Entry &E) {
    if (E.To == Name && E.From != Name) {
      printEntry(E);
      Found = true;
    }
  });
  return Found;
}

int runQueryCommand(ArrayRef<std::string> Asked, const Table &Names) {
  int Code = ExitDone;
  for (const std::string &Name : Asked) {
    if (printName(Name, Names))
      continue;
    Code = ExitFindings;
    std::string Nearest = nearestName(Name, Names);
    outs().flush();
    errs() << "musify: `" << Name << "` is in no table"
           << (Nearest.empty() ? "" : "; did you mean `" + Nearest + "`?")
           << '\n';
  }
  return Code;
}

} // namespace

void addQueryCommand(CommandLine &Line) {
  CLI::App *Query = Line.App.add_subcommand(
      "query", "Shows what is known about CUDA or MUSA names.\n\n"
               "Exit status: 0 all known; 1 some name is unknown.");
  auto Asked = std::make_shared<std::vector<std::string>>();
  Query->add_option("names", *Asked, "CUDA or MUSA names, headers")
      ->required()
      ->type_name("NAME");
  addMappingOption(*Query, Line);
  Query->callback([Asked, &Line] {
    Line.Run = [Asked](const Table &Names) {
      return runQueryCommand(*Asked, Names);
    };
  });
}

} // namespace musify
