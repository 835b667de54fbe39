// From paths and a compile database to the files that a run works on.
#include "Driver/Stages.h"
#include "Project/Flags.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

std::string realPath(StringRef Path, vfs::FileSystem &Disk) {
  SmallString<256> Real;
  return Disk.getRealPath(Path, Real) ? Path.str() : std::string(Real);
}

bool isDirectory(StringRef Path, vfs::FileSystem &Disk) {
  auto Status = Disk.status(Path);
  return Status && Status->isDirectory();
}

std::string currentDirectory(vfs::FileSystem &Disk) {
  auto Here = Disk.getCurrentWorkingDirectory();
  return Here ? realPath(*Here, Disk) : ".";
}

// The order of the database must not show: commands of one file are sorted,
// and those that only repeat another are dropped.
Error loadCommands(const PortRequest &Request, ProjectFiles &Out) {
  if (Request.BuildDir.empty())
    return Error::success();
  auto Database = loadCompileDatabase(Request.BuildDir, *Request.Disk);
  if (!Database)
    return Database.takeError();
  for (CompileCommand &C : *Database) {
    C.File = realPath(C.File, *Request.Disk);
    Out.Commands[C.File].push_back(std::move(C));
  }
  auto Key = [](const CompileCommand &C) {
    return std::tie(C.Flags, C.Directory);
  };
  for (auto &Item : Out.Commands) {
    auto &Mine = Item.second;
    llvm::sort(Mine,
               [&](const auto &A, const auto &B) { return Key(A) < Key(B); });
    Mine.erase(
        llvm::unique(Mine, [&](const auto &A,
                               const auto &B) { return Key(A) == Key(B); }),
        Mine.end());
  }
  return Error::success();
}

/// Finds the root, and the paths that are read: the project if none is named.
Expected<std::vector<std::string>> findRoot(const PortRequest &Request,
                                            ProjectFiles &Out) {
  std::string &Root = Out.Root;
  vfs::FileSystem &Disk = *Request.Disk;
  if (!Request.Root.empty()) {
    if (!isDirectory(Request.Root, Disk))
      return createStringError(inconvertibleErrorCode(),
                               "--root `" + Request.Root +
                                   "` is not a directory");
    Root = realPath(Request.Root, Disk);
  } else if (Request.Paths.empty() && !Request.BuildDir.empty()) {
    Root = currentDirectory(Disk);
    std::vector<StringRef> Files;
    for (const auto &Item : Out.Commands)
      if (Disk.exists(Item.first()))
        Files.push_back(Item.first());
    auto IsBelow = [&](StringRef File) {
      return File.starts_with(Root) &&
             (Root.ends_with("/") || File[Root.size()] == '/');
    };
    if (!Files.empty() && llvm::none_of(Files, IsBelow)) {
      Root = sys::path::parent_path(Files.front()).str();
      while (!llvm::all_of(Files, IsBelow))
        Root = sys::path::parent_path(Root).str();
    }
  }
  std::vector<std::string> Paths = Request.Paths;
  if (Paths.empty() && !Root.empty())
    Paths.push_back(Root == currentDirectory(Disk) ? "." : Root);
  return Paths;
}

InputOptions inputOptions(const PortRequest &Request, Direction Way,
                          const ProjectFiles &Found) {
  InputOptions Options;
  Options.BuildScripts = Request.BuildScripts;
  Options.Others = Request.CopyAll;
  Options.Way = Way;
  Options.TakesMusa = Request.TakesMusa || Request.Edits.isLint();
  Options.Root = Found.Root;
  Options.Exclude = Request.Exclude;
  Options.Excludes = Request.Excludes;
  for (const auto &Item : Found.Commands)
    if (languageFlag(Item.second.front().Flags)) // no assembler
      Options.Sources.insert(Item.first());
  if (!Request.BuildDir.empty()) {
    // Projects have a link to the database of the build folder.
    SmallString<256> Database(Request.BuildDir);
    if (isDirectory(Database, *Request.Disk))
      sys::path::append(Database, "compile_commands.json");
    Options.BuildDir =
        sys::path::parent_path(realPath(Database, *Request.Disk)).str();
  }
  return Options;
}

// A second run must not port the output of the first. An output folder that is
// an input itself, or holds one, is where the results lie beside the sources.
void dropOutputTree(const PortRequest &Request, ArrayRef<std::string> Paths,
                    InputSet &Inputs) {
  if (Request.OutputPath.empty() ||
      !isDirectory(Request.OutputPath, *Request.Disk))
    return;
  std::string Tree = realPath(Request.OutputPath, *Request.Disk) + "/";
  bool Inside = llvm::any_of(Paths, [&](const std::string &Path) {
    std::string Named = realPath(Path, *Request.Disk) + "/";
    return Tree != Named && StringRef(Tree).starts_with(Named);
  });
  if (!Inside)
    return;
  auto IsInTree = [&](const auto &F) {
    return StringRef(F.Path).starts_with(Tree);
  };
  llvm::erase_if(Inputs.Files, IsInTree);
  llvm::erase_if(Inputs.Others, IsInTree);
}

} // namespace

Expected<ProjectFiles> findProject(const PortRequest &Request, Direction Way) {
  ProjectFiles Out;
  if (Error E = loadCommands(Request, Out))
    return std::move(E);
  auto Paths = findRoot(Request, Out);
  if (!Paths)
    return Paths.takeError();
  Out.Inputs = collectInputs(*Paths, inputOptions(Request, Way, Out));
  dropOutputTree(Request, *Paths, Out.Inputs);
  // Clang has no use for build scripts: they go a way of their own until the
  // findings are merged.
  for (const InputFile &F : Out.Inputs.Files)
    if (F.Script)
      Out.Scripts.push_back(F);
  llvm::erase_if(Out.Inputs.Files, [](const InputFile &F) { return F.Script; });
  return Out;
}

} // namespace musify
