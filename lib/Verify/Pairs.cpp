#include "Verify/Pairs.h"
#include "Platform/NeutralName.h"
#include "Platform/Platform.h"
#include "Project/FileNames.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <optional>
#include <set>

using namespace llvm;

namespace musify {
namespace {

/// Of all lines of the two files, how many must be in both, as 1/N.
constexpr size_t ShareInCommon = 2;

/// The path without what the platforms call themselves in it: equal for files
/// that differ in that alone.
std::string neutralPath(StringRef Path) {
  std::string Out = neutralName(Path);
  for (const Platform *P : {static_cast<const Platform *>(&sourcePlatform()),
                            static_cast<const Platform *>(&targetPlatform())})
    for (StringRef End : {P->HeaderSuffix, P->SourceSuffix})
      if (StringRef(Out).ends_with(End))
        Out.replace(Out.size() - End.size() + 1, P->Prefixes.Driver.size(),
                    "@");
  return Out;
}

using LinesFn = function_ref<std::vector<size_t>(StringRef)>;

class Pairing {
public:
  Pairing(ArrayRef<std::string> Originals, ArrayRef<std::string> Ports)
      : Originals(Originals.begin(), Originals.end()),
        Ports(Ports.begin(), Ports.end()) {}

  void byLedger(function_ref<std::string(StringRef)> Ledger);
  void byName(function_ref<std::string(StringRef)> PortedName);
  void byNeutralName();
  void byContent(LinesFn OfOriginal, LinesFn OfPort);
  FilePairs finish();

private:
  void pair(const std::string &Original, const std::string &Port) {
    Out.Ports[Original] = Port;
    Originals.erase(Original);
    Ports.erase(Port);
  }

  std::set<std::string> Originals, Ports; ///< not paired yet
  FilePairs Out;
};

void Pairing::byLedger(function_ref<std::string(StringRef)> Ledger) {
  for (const std::string &Port : std::set<std::string>(Ports))
    if (std::string Original = Ledger(Port); Originals.count(Original))
      pair(Original, Port);
}

void Pairing::byName(function_ref<std::string(StringRef)> PortedName) {
  for (const std::string &Original : std::set<std::string>(Originals))
    if (std::string Port = PortedName(Original); Ports.count(Port))
      pair(Original, Port);
}

void Pairing::byNeutralName() {
  std::map<std::string, std::vector<std::string>> Left, Right;
  for (const std::string &Each : Originals)
    Left[neutralPath(Each)].push_back(Each);
  for (const std::string &Each : Ports)
    Right[neutralPath(Each)].push_back(Each);
  for (const auto &[Key, Mine] : Left)
    if (auto It = Right.find(Key);
        Mine.size() == 1 && It != Right.end() && It->second.size() == 1)
      pair(Mine[0], It->second[0]);
}

void Pairing::byContent(LinesFn OfOriginal, LinesFn OfPort) {
  struct Match {
    size_t Share;
    std::string Original, Port;
  };
  std::vector<std::pair<std::string, std::vector<size_t>>> Left, Right;
  for (const std::string &Each : Originals)
    Left.emplace_back(Each, OfOriginal(Each));
  for (const std::string &Each : Ports)
    Right.emplace_back(Each, OfPort(Each));
  std::vector<Match> Found;
  for (const auto &[Original, Mine] : Left)
    for (const auto &[Port, Theirs] : Right) {
      std::vector<size_t> Common;
      std::set_intersection(Mine.begin(), Mine.end(), Theirs.begin(),
                            Theirs.end(), std::back_inserter(Common));
      size_t All = Mine.size() + Theirs.size() - Common.size();
      if (All && Common.size() * ShareInCommon > All)
        Found.push_back({Common.size() * 1000 / All, Original, Port});
    }
  llvm::sort(Found, [](const Match &A, const Match &B) {
    return std::tie(B.Share, A.Original, A.Port) <
           std::tie(A.Share, B.Original, B.Port);
  });
  for (const Match &M : Found)
    if (Originals.count(M.Original) && Ports.count(M.Port))
      pair(M.Original, M.Port);
}

FilePairs Pairing::finish() {
  Out.Missing.assign(Originals.begin(), Originals.end());
  Out.Extra.assign(Ports.begin(), Ports.end());
  return std::move(Out);
}

} // namespace

FilePairs pairFiles(ArrayRef<std::string> Originals,
                    ArrayRef<std::string> Ports,
                    function_ref<std::string(StringRef)> Ledger,
                    LinesFn LinesOfOriginal, LinesFn LinesOfPort) {
  Pairing All(Originals, Ports);
  All.byLedger(Ledger);
  All.byName([](StringRef Path) {
    return portedFileName(Path, Direction::CudaToMusa);
  });
  All.byName([](StringRef Path) { return Path.str(); });
  All.byNeutralName();
  All.byContent(LinesOfOriginal, LinesOfPort);
  return All.finish();
}

std::vector<size_t> lineHashes(StringRef Text) {
  std::vector<size_t> Out;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    std::string Bare = Line.str();
    llvm::erase_if(Bare, isSpace);
    if (!Bare.empty())
      Out.push_back(hash_value(Bare));
    Text = Rest;
  }
  llvm::sort(Out);
  Out.erase(llvm::unique(Out), Out.end());
  return Out;
}

} // namespace musify
