#include "Beside/Advice.h"
#include "Beside/Code.h"
#include "Rename/BesideWords.h"
#include "Rename/Words.h"
#include "Scan/LexerEngine.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace llvm;

namespace musify {
namespace {

/// What the tree tells about its backends.
struct Layout {
  std::set<std::string> Vendors; ///< folders and files of other vendors
  std::set<std::string> Cuda;    ///< folders of CUDA's own
  std::map<std::string, unsigned> Switches; ///< macro → files
  unsigned Device = 0, WithCuda = 0;        ///< files
};

/// A folder of a vendor: `hip`, `hip_backend`.
bool isNamedAfter(StringRef Part, StringRef Word) {
  size_t At = Part.lower().find(Word.str());
  return At != std::string::npos && isWordAt(Part.lower(), At, Word);
}

void addPath(StringRef Path, Layout &L) {
  std::string Folder;
  SmallVector<StringRef> Parts;
  Path.split(Parts, '/');
  for (StringRef Part : ArrayRef(Parts).drop_back()) {
    Folder += Part.str() + "/";
    for (const std::string &Vendor : otherVendors())
      if (isNamedAfter(Part, Vendor))
        L.Vendors.insert("`" + Folder + "`");
    if (renameWords(Part, besideRenames(), RenameRule::Files) != Part)
      L.Cuda.insert("`" + Folder + "`");
  }
}

void addText(const FileResult &F, const Table &Names, Layout &L) {
  bool HasCuda = llvm::any_of(
      F.Plan.Edits, [](const Finding &E) { return !E.From.Entry.empty(); });
  L.WithCuda += HasCuda;
  L.Device += HasCuda && namesDevice(F.OldText);
  std::set<StringRef> Mine;
  auto IsSwitch = [&](StringRef Name) {
    return !Names.findName(Name) &&
           renameWords(Name, besideRenames(), RenameRule::Names) != Name;
  };
  for (const Guard &G : findGuards(F.OldText, IsSwitch))
    Mine.insert(G.Macro);
  for (StringRef Macro : Mine)
    ++L.Switches[Macro.str()];
}

/// The first few of the texts.
Argument someOf(const std::set<std::string> &All) {
  constexpr size_t Shown = 3;
  std::vector<std::string> Out;
  for (const std::string &Each : All)
    if (Out.size() < Shown)
      Out.push_back(Each);
  return listOf(Out);
}

} // namespace

Advice advise(const RunResult &Result, const Table &Names) {
  Layout L;
  for (const FileResult &F : Result.Files) {
    addPath(F.Relative, L);
    addText(F, Names, L);
  }
  auto Most = std::max_element(
      L.Switches.begin(), L.Switches.end(),
      [](const auto &A, const auto &B) { return A.second < B.second; });
  auto Beside = [&](Message Why) {
    return Advice{"beside", std::move(Why), besidePattern(Result, Names)};
  };
  if (!L.Vendors.empty())
    return Beside(say(msg::ScanWayVendors, someOf(L.Vendors)));
  if (Most != L.Switches.end())
    return Beside(say(msg::ScanWaySwitch, Most->first, Most->second));
  if (!L.Cuda.empty())
    return Beside(say(msg::ScanWayFolders, someOf(L.Cuda)));
  if (!L.Device)
    return {"shim", say(msg::ScanWayHost, L.WithCuda), {}};
  return {"replace", say(msg::ScanWayDevice, L.Device, L.WithCuda), {}};
}

} // namespace musify
