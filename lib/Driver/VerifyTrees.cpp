// Reads an original and its port, and pairs their files.
#include "Diag/MessageError.h"
#include "Driver/Tree.h"
#include "Driver/Update.h"
#include "Driver/VerifyRun.h"
#include "Project/FileNames.h"
#include "Project/Paths.h"
#include "Rename/BesideWords.h"
#include "Rename/Rename.h"
#include "Sdk/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace llvm;

namespace musify {
namespace {

/// What git and musify keep of themselves in a tree.
bool isBookkeeping(StringRef Path) {
  return Path.starts_with(".git/") || Path.starts_with(LedgerPath.take_until(
                                          [](char C) { return C == '/'; }));
}

/// `-D` with the name that a port gives it.
std::string portedDefinition(StringRef Flag, const Table &Names) {
  StringRef Macro = Flag;
  if (!Macro.consume_front("-D"))
    return Flag.str();
  StringRef Name = Macro.split('=').first;
  auto E = Names.findName(Name);
  if (!E || !E->renames())
    return Flag.str();
  return "-D" + E->To.str() + Macro.drop_front(Name.size()).str();
}

/// The plan of a port that keeps all file names.
FilePlan withoutRenames(FilePlan Plan) {
  llvm::erase_if(Plan.Edits,
                 [](const Finding &F) { return F.Rule == "renamed-file"; });
  return Plan;
}

} // namespace

/// The path of an original's file where its port lies, if it is named so.
std::string VerifyRun::pathInPort(StringRef Path) const {
  if (!isBelow(Path, OriginalRoot))
    return Path.str();
  std::string There = PortRoot + Path.drop_front(OriginalRoot.size()).str();
  std::string Renamed = portedFileName(There, Direction::CudaToMusa);
  return sys::fs::exists(Renamed) ? Renamed : There;
}

/// The command that compiles the port of the unit.
CompileCommand VerifyRun::inPort(CompileCommand Unit) const {
  Unit.File = pathInPort(Unit.File);
  for (std::string &Flag : Unit.Flags)
    if (size_t At = Flag.find(OriginalRoot); At != std::string::npos)
      Flag = Flag.substr(0, At) + pathInPort(StringRef(Flag).substr(At));
    else
      Flag = portedDefinition(Flag, Names);
  return Unit;
}

Expected<PortRequest> VerifyRun::requestOfPort() const {
  const PortRequest &Original = Request.Lint.Port;
  PortRequest Port = Original;
  Port.Paths = {Request.PortPath};
  Port.Root.clear();
  Port.BuildDir.clear();
  Port.CudaPath.clear(); // MUSA's declarations take its place
  Port.IsMusas = isMusaExtension;
  Port.Compares = Compares;
  if (!Original.BuildDir.empty()) {
    auto Database = loadCompileDatabase(Original.BuildDir, *Original.Disk);
    if (!Database)
      return Database.takeError();
    for (CompileCommand &Unit : *Database)
      if (CompileCommand There = inPort(std::move(Unit));
          sys::fs::exists(There.File))
        Port.Commands.push_back(std::move(There));
  }
  for (std::string &Flag : Port.ExtraFlags)
    if (size_t At = Flag.find(OriginalRoot); At != std::string::npos)
      Flag.replace(At, OriginalRoot.size(), PortRoot);
    else
      Flag = portedDefinition(Flag, Names);
  return Port;
}

/// The text of each file as the plan makes it. Files keep their names here.
Expected<PortRequest> VerifyRun::requestOfPlan() const {
  PortRequest Port = Request.Lint.Port;
  for (std::string &Flag : Port.ExtraFlags)
    Flag = portedDefinition(Flag, Names);
  Port.CudaPath.clear();
  Port.IsMusas = [](StringRef Path) {
    return isMusaExtension(portedFileName(Path, Direction::CudaToMusa));
  };
  Port.CacheDir.clear();
  Port.Compares = Compares;
  for (const FileResult &F : Request.Planned->Result.Files) {
    auto Text = applyEdits(F.OldText, withoutRenames(F.Plan));
    if (!Text)
      return Text.takeError();
    if (*Text != F.OldText)
      Port.Texts[F.Path] = std::move(*Text);
  }
  return Port;
}

Error VerifyRun::readOriginal() {
  if (Request.Planned) {
    Before.Result = Request.Planned->Result;
    Before.Known = Request.Planned->Known;
    for (FileResult &F : Before.Result.Files)
      F.Plan = withoutRenames(std::move(F.Plan));
    return Error::success();
  }
  PortRequest Original = Request.Lint.Port;
  Original.Edits.IsLint = false; // it is ported, not checked
  Original.Compares = Compares;
  Original.Edits.Rename =
      llvm::any_of(After.Result.Files,
                   [](const FileResult &F) { return isMusaExtension(F.Path); });
  Original.CopyAll = true;
  Original.OutputPath = Request.PortPath;
  if (sys::fs::is_directory(PortRoot)) {
    auto Kept = findLedger(PortRoot);
    if (!Kept)
      return Kept.takeError();
    if (*Kept)
      applyLedgerOptions((*Kept)->Options, Original);
  }
  auto First = runPort(Original, Names, &Before.Known);
  if (!First)
    return First.takeError();
  Before.Result = std::move(*First);
  return Error::success();
}

Error VerifyRun::readPort() {
  auto Port = Request.Planned ? requestOfPlan() : requestOfPort();
  if (!Port)
    return Port.takeError();
  Port->CopyAll = !Request.Planned;
  auto Second = runPort(*Port, Names, &After.Known);
  if (!Second)
    return Second.takeError();
  After.Result = std::move(*Second);
  return Error::success();
}

Expected<Facts> VerifyRun::parsePlan() {
  Compares = true;
  if (Error E = readPort())
    return std::move(E);
  return std::move(After.Known);
}

/// The lexer alone is enough where a name has one way back.
Error VerifyRun::readBack() {
  auto Port = Request.Planned ? requestOfPlan() : requestOfPort();
  if (!Port)
    return Port.takeError();
  Port->Parse = false;
  Port->Edits.IsLint = false;
  Port->Edits.Rename = !Request.Planned;
  std::string Image;
  Table Names = wayBack(this->Names, Image);
  auto Result = runPort(*Port, Names);
  if (!Result)
    return Result.takeError();
  for (FileResult &F : Result->Files)
    Back[F.Path] = std::move(F);
  return Error::success();
}

void VerifyRun::list(Side &S) {
  for (FileResult &F : S.Result.Files)
    S.Files[F.Relative] = &F;
  for (const OtherResult &O : S.Result.Others) {
    auto Text = readIfThere(O.Path);
    if (O.IsLink || isBookkeeping(O.Relative) || isDocumentName(O.Path) ||
        errorToBool(Text.takeError()) || !*Text ||
        StringRef(**Text).contains('\0'))
      continue;
    FileResult F;
    F.Path = O.Path;
    F.Shown = O.Shown;
    F.Relative = O.Relative;
    F.OldText = std::move(**Text);
    S.Others.push_back(std::move(F));
    S.Files.try_emplace(O.Relative, &S.Others.back());
  }
}

/// True for an original that has a copy for MUSA beside it.
static bool isKeptBeside(StringRef Path, const Ledger &All) {
  auto Mine = All.Files.find(Path.str());
  return Mine != All.Files.end() && Mine->second.Copied &&
         llvm::any_of(All.Files, [&](const auto &Other) {
           return !Other.second.Copied &&
                  Other.second.Source == Mine->second.Source;
         });
}

/// Pairs the files of one tree with the copies for MUSA beside them.
void VerifyRun::pairSiblings() {
  const std::vector<RenameRule> &Mine = Request.Lint.Port.Renames;
  std::vector<RenameRule> Rules = besideRenames();
  Rules.insert(Rules.end(), Mine.begin(), Mine.end());
  for (const std::string &Path : Before.paths()) {
    std::string Sibling = siblingPath(Path, Rules);
    if (After.Files.count(Sibling))
      Pairs.Ports[Path] = Sibling;
    else if (renamedPath(Path, Rules, true) != Path && !namesOtherVendor(Path))
      Pairs.Missing.push_back(Path);
  }
}

Error VerifyRun::pair() {
  if (!OriginalRoot.empty() && OriginalRoot == PortRoot) {
    pairSiblings();
    return Error::success();
  }
  std::map<std::string, std::string> Sources;
  std::set<std::string> Kept; ///< by a port beside
  if (Request.Planned) {
    for (const std::string &Path : Before.paths())
      Sources[Path] = Path;
  } else if (sys::fs::is_directory(PortRoot)) {
    auto Ledger = findLedger(PortRoot);
    if (!Ledger)
      return Ledger.takeError();
    if (*Ledger)
      for (const auto &[Path, File] : (*Ledger)->Files) {
        Sources[Path] = File.Source;
        if (isKeptBeside(Path, **Ledger)) {
          Kept.insert(Path);
          Sources.erase(Path);
        }
      }
  } else if (Before.Files.size() == 1 && After.Files.size() == 1) {
    Sources[After.Files.begin()->first] = Before.Files.begin()->first;
  }
  // Of the original, as they would be in the port.
  auto LinesOf = [](const Side &S) {
    return [&S](StringRef Path) {
      const FileResult &F = *S.Files.at(Path.str());
      auto Text = applyEdits(F.OldText, F.Plan);
      return lineHashes(errorToBool(Text.takeError()) ? F.OldText : *Text);
    };
  };
  Pairs = pairFiles(
      Before.paths(), After.paths(),
      [&](StringRef Path) {
        auto It = Sources.find(Path.str());
        return It == Sources.end() ? "" : It->second;
      },
      LinesOf(Before), LinesOf(After));
  llvm::erase_if(Pairs.Extra, [&](const std::string &Path) {
    return Kept.count(Path) != 0;
  });
  return Error::success();
}

Error VerifyRun::compare(ComparedFile &F) {
  auto How = comparePort(F.Original->OldText, F.Original->Plan, F.Port->OldText,
                         textKindOf(F.Original->Path));
  if (!How)
    return How.takeError();
  F.How = std::move(*How);
  F.Before = factAt(Before.Known.Files, F.Original->Path);
  F.After = factAt(After.Known.Files, F.Port->Path);
  F.IsParsed = F.Original->Parsed && F.Original->ParseProblems.empty() &&
               F.Port->Parsed && F.Port->ParseProblems.empty();
  return Error::success();
}

Error VerifyRun::compare() {
  for (const auto &[Original, Port] : Pairs.Ports) {
    ComparedFile F;
    F.Original = Before.Files[Original];
    F.Port = After.Files[Port];
    Compared.push_back(std::move(F));
  }
  Error Failed = Error::success();
  std::mutex Lock;
  for (ComparedFile &F : Compared)
    Pool.async([&] {
      if (Error E = compare(F)) {
        std::lock_guard Guard(Lock);
        Failed = joinErrors(std::move(Failed), std::move(E));
      }
    });
  Pool.wait();
  return Failed;
}

Error VerifyRun::findRoots() {
  const std::string &Original = Request.Lint.Port.Paths.front();
  for (auto [Path, Root] : {std::pair{&Original, &OriginalRoot},
                            std::pair{&Request.PortPath, &PortRoot}}) {
    SmallString<256> Real;
    if (sys::fs::real_path(*Path, Real))
      return errorOf(say(msg::ProblemOf, *Path, say(msg::NoSuchFile)));
    *Root = std::string(Real);
  }
  return Error::success();
}

Error VerifyRun::readAll(bool Compares) {
  this->Compares = Compares;
  if (!Request.Planned)
    if (Error E = findRoots())
      return E;
  if (Error E = readPort()) // its names say how the original was ported
    return E;
  if (Error E = readOriginal())
    return E;
  if (Compares)
    if (Error E = readBack())
      return E;
  list(Before);
  list(After);
  for (const auto &[Path, F] : After.Files) {
    if (textKindOf(Path) == TextKind::Script)
      LeftInScripts[Path] = std::move(F->Plan);
    F->Plan = {}; // its place is for what is found here
  }
  if (Error E = pair())
    return E;
  return compare();
}

ComparedTrees VerifyRun::trees() const {
  ComparedTrees Out{Compared, {}, {}};
  for (const Side *S : {&Before, &After}) {
    append_range(Out.Skipped, S->Result.Skipped);
    for (const auto &[Below, File] : S->Files)
      Out.Read.push_back(File->Path);
  }
  return Out;
}

} // namespace musify
