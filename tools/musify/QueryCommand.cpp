#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Help.h"
#include "Language.h"
#include "PrintEntry.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *QueryHelp =
    "Shows what is known about CUDA or MUSA names. A name with regular\n"
    "expression characters such as .* [ ^ | lists every entry in which it\n"
    "matches.\n\n"
    "Exit status: 0 all known; 1 some name is unknown; 2 usage error.";

struct QueryCommand {
  std::vector<std::string> Asked;
  bool Regex = false, Json = false;
};

/// The keys of a table, and the table's own name.
void writeJson(json::OStream &Out, const Entry &E) {
  auto Text = [&](StringRef Key, StringRef Value) {
    if (!Value.empty())
      Out.attribute(Key, Value);
  };
  Out.object([&] {
    Text("from", E.From);
    Text("to", E.To);
    Text("kind", kindName(E.K));
    Text("status", statusName(E.S));
    Text("in", E.In);
    Text("type", E.Type);
    Text("shape", E.Shape);
    if (long long Value; !E.Value.getAsInteger(10, Value))
      Out.attribute("value", Value);
    if (E.Numeric)
      Out.attribute("numeric", true);
    if (E.Config)
      Out.attribute("config", true);
    if (!E.Reverse)
      Out.attribute("reverse", false);
    Text("since", E.Since);
    Text("arch", E.Arch);
    Text("cuda", E.Cuda);
    Text("evidence", E.Evidence);
    Text("note", E.Note);
    Text("library", E.Library);
  });
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

/// Both ways: `Name` as CUDA's and as MUSA's.
std::vector<Entry> findName(StringRef Name, const Table &Names) {
  std::vector<Entry> Found;
  for (Space In : {Space::Identifier, Space::Namespace, Space::String})
    if (auto E = Names.find(In, Name))
      Found.push_back(*E);
  if (auto E = Names.findHeader(Name))
    Found.push_back(*E);
  Names.forEach([&](const Entry &E) {
    if (E.To == Name && E.From != Name)
      Found.push_back(E);
  });
  return Found;
}

/// Both ways, in the order of the CUDA names.
std::vector<Entry> findPattern(const Regex &Pattern, const Table &Names) {
  std::vector<Entry> Found;
  Names.forEach([&](const Entry &E) {
    if (Pattern.match(E.From) || (!E.To.empty() && Pattern.match(E.To)))
      Found.push_back(E);
  });
  llvm::sort(Found, [](const Entry &A, const Entry &B) {
    return std::pair(A.From, spaceOf(A.K)) < std::pair(B.From, spaceOf(B.K));
  });
  return Found;
}

/// No name has these; the dot and the slash of a header are not among them.
bool isPattern(StringRef Asked) {
  return Asked.find_first_of("*[]^|()$?\\{}") != StringRef::npos;
}

class QueryRun {
public:
  QueryRun(const QueryCommand &O, const Table &Names) : O(O), Names(Names) {}
  int run();

private:
  bool answer(const std::string &Asked);

  const QueryCommand &O;
  const Table &Names;
  std::optional<json::OStream> Json; ///< with --json
};

int QueryRun::run() {
  int Code = ExitDone;
  if (O.Json)
    Json.emplace(outs(), 2).arrayBegin();
  for (const std::string &Asked : O.Asked)
    if (!answer(Asked))
      Code = ExitFindings;
  if (O.Json) {
    Json->arrayEnd();
    outs() << '\n';
  }
  return Code;
}

bool QueryRun::answer(const std::string &Asked) {
  bool Many = O.Regex || isPattern(Asked);
  auto Found = Many ? findPattern(Regex(Asked), Names) : findName(Asked, Names);
  for (const Entry &E : Found)
    O.Json ? writeJson(*Json, E)
    : Many ? printLine(outs(), E)
           : printEntry(outs(), E);
  if (!Found.empty())
    return true;
  outs().flush();
  if (Many)
    printSummaryLine(say(msg::NoNameMatches, Asked));
  else
    printUnknownName(Asked, Names);
  return false;
}

void checkPatterns(const QueryCommand &O) {
  for (const std::string &Asked : O.Asked) {
    std::string Fault;
    if ((O.Regex || isPattern(Asked)) && !Regex(Asked).isValid(Fault))
      throw usageError(say(msg::NotRegex, Asked, Fault));
  }
}

} // namespace

bool printEntries(raw_ostream &OS, StringRef Name, const Table &Names) {
  auto Found = findName(Name, Names);
  for (const Entry &E : Found)
    printEntry(OS, E);
  return !Found.empty();
}

void printUnknownName(StringRef Name, const Table &Names) {
  std::string Nearest = nearestName(Name, Names);
  Message What = say(msg::InNoTable, Name);
  if (!Nearest.empty())
    What.add(say(msg::DidYouMean, Nearest));
  printSummaryLine(What);
}

void addQueryCommand(CommandLine &Line) {
  CLI::App *Query = Line.App.add_subcommand("query", QueryHelp);
  Query->group(commands::LookingUp)
      ->footer("Examples:\n"
               "  musify query cudaMalloc\n"
               "  musify query '^cudaFree'");
  auto O = std::make_shared<QueryCommand>();
  beginGroup(*Query, group::Input);
  Query->add_option("names", O->Asked, "CUDA or MUSA names, headers, patterns")
      ->required()
      ->type_name("NAME|REGEX");
  Query->add_flag("--regex", O->Regex,
                  "treat every name as a regular expression");
  beginGroup(*Query, group::Output);
  Query->add_flag("--json", O->Json, "an array of entries with all their keys");
  addMappingOption(*Query, Line);
  addLanguageOption(*Query, Line);
  Query->callback([O, &Line] {
    checkPatterns(*O);
    Line.Run = [O](const Table &Names) { return QueryRun(*O, Names).run(); };
  });
}

} // namespace musify
