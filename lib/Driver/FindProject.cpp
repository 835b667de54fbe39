// From paths and a compile database to the files that a run works on.
#include "Diag/MessageError.h"
#include "Driver/Stages.h"
#include "Project/FileNames.h"
#include "Project/Flags.h"
#include "Project/Includes.h"
#include "Project/Paths.h"
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

/// The directory of the database, behind a link; "" without one.
std::string databaseDirectory(const PortRequest &Request) {
  if (Request.BuildDir.empty())
    return "";
  // Projects have a link to the database of the build folder.
  SmallString<256> Database(Request.BuildDir);
  if (isDirectory(Database, *Request.Disk))
    sys::path::append(Database, "compile_commands.json");
  return sys::path::parent_path(realPath(Database, *Request.Disk)).str();
}

/// The sources that a generated one includes: those of a unity build, which
/// have no command of their own.
std::vector<std::string> sourcesOfUnity(const CompileCommand &C,
                                        vfs::FileSystem &Disk) {
  std::vector<std::string> Out;
  auto Buffer = Disk.getBufferForFile(C.File);
  if (!Buffer)
    return Out;
  for (StringRef Path : includedPaths((*Buffer)->getBuffer())) {
    SmallString<256> Full(Path);
    sys::path::make_absolute(sys::path::parent_path(C.File), Full);
    if (isSourceExtension(Path) && !isHeaderExtension(Path) &&
        Disk.exists(Full))
      Out.push_back(realPath(Full, Disk));
  }
  return Out;
}

/// Gives the sources of a unity build the commands of their unit.
void spreadUnity(const PortRequest &Request, ProjectFiles &Out) {
  std::string Generated = databaseDirectory(Request);
  std::vector<CompileCommand> More;
  for (const auto &Item : Out.Commands) {
    if (Generated.empty() || !isBelow(Item.first(), Generated))
      continue;
    for (const CompileCommand &C : Item.second)
      for (std::string &Source : sourcesOfUnity(C, *Request.Disk))
        if (!Out.Commands.contains(Source)) {
          More.push_back(C);
          More.back().File = std::move(Source);
        }
  }
  for (CompileCommand &C : More)
    Out.Commands[C.File].push_back(std::move(C));
}

// The order of the database must not show: commands of one file are sorted,
// and those that only repeat another are dropped.
Error loadCommands(const PortRequest &Request, ProjectFiles &Out) {
  std::vector<CompileCommand> All = Request.Commands;
  if (!Request.BuildDir.empty()) {
    auto Database = loadCompileDatabase(Request.BuildDir, *Request.Disk);
    if (!Database)
      return Database.takeError();
    llvm::append_range(All, std::move(*Database));
  }
  for (CompileCommand &C : All) {
    C.File = realPath(C.File, *Request.Disk);
    Out.Commands[C.File].push_back(std::move(C));
  }
  spreadUnity(Request, Out);
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

/// What the database compiles, as far as it is there.
std::vector<StringRef> compiledFiles(const ProjectFiles &Found,
                                     vfs::FileSystem &Disk) {
  std::vector<StringRef> Files;
  for (const auto &Item : Found.Commands)
    if (Disk.exists(Item.first()))
      Files.push_back(Item.first());
  return Files;
}

/// The deepest directory that holds all of the files.
std::string commonDirectory(ArrayRef<StringRef> Files) {
  StringRef Root = sys::path::parent_path(Files.front());
  auto IsInRoot = [&](StringRef File) { return isBelow(File, Root); };
  while (!llvm::all_of(Files, IsInRoot))
    Root = sys::path::parent_path(Root);
  return Root.str();
}

/// The current directory if it holds some of what the database compiles, else
/// the one that holds all of it.
std::string databaseRoot(const ProjectFiles &Found, vfs::FileSystem &Disk) {
  std::string Here = currentDirectory(Disk);
  std::vector<StringRef> Files = compiledFiles(Found, Disk);
  auto IsHere = [&](StringRef File) { return isBelow(File, Here); };
  return Files.empty() || llvm::any_of(Files, IsHere) ? Here
                                                      : commonDirectory(Files);
}

/// Finds the root, and the paths that are read: the project if none is named.
Expected<std::vector<std::string>> findRoot(const PortRequest &Request,
                                            ProjectFiles &Out) {
  std::string &Root = Out.Root;
  vfs::FileSystem &Disk = *Request.Disk;
  if (!Request.Root.empty()) {
    if (!isDirectory(Request.Root, Disk))
      return errorOf(say(msg::RootNotDirectory, Request.Root));
    Root = realPath(Request.Root, Disk);
  } else if (Request.Paths.empty() && !Request.BuildDir.empty()) {
    Root = databaseRoot(Out, Disk);
    // A database may have come with the code: it says what to read, not what
    // to change.
    if (Request.InPlace && Root != currentDirectory(Disk))
      return errorOf(say(msg::DatabaseElsewhere, Root));
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
  Options.TakesMusa = Request.TakesMusa || Request.Edits.IsLint;
  Options.StaysInside = Request.InPlace;
  Options.Root = Found.Root;
  Options.Exclude = Request.Exclude;
  Options.Excludes = Request.Excludes;
  for (const auto &[Path, Text] : Request.Texts)
    Options.Unsaved.insert(Path);
  for (const auto &Item : Found.Commands)
    if (languageFlag(Item.second.front().Flags)) // no assembler
      Options.Sources.insert(Item.first());
  Options.BuildDir = databaseDirectory(Request);
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
  llvm::erase_if(Inputs.Unknown, IsInTree);
}

/// The directories that hold the inputs' projects.
std::vector<std::string> projectsOf(const PortRequest &Request,
                                    ArrayRef<std::string> Paths,
                                    const ProjectFiles &Found) {
  vfs::FileSystem &Disk = *Request.Disk;
  if (!Found.Root.empty())
    return {Found.Root};
  std::vector<std::string> Out;
  for (const std::string &Path : Paths)
    if (std::string Root = gitRoot(realPath(Path, Disk), Disk); !Root.empty())
      Out.push_back(std::move(Root));
  std::vector<StringRef> Compiled = compiledFiles(Found, Disk);
  if (Out.empty() && !Compiled.empty())
    if (std::string Root = commonDirectory(Compiled); mayBeProject(Root, Disk))
      Out.push_back(std::move(Root));
  llvm::sort(Out);
  Out.erase(llvm::unique(Out), Out.end());
  return Out;
}

/// True if all of the project was named.
bool isNamed(StringRef Project, ArrayRef<std::string> Paths,
             vfs::FileSystem &Disk) {
  return llvm::any_of(Paths, [&](const std::string &Path) {
    std::string Real = realPath(Path, Disk);
    return Real == Project || isBelow(Project, Real);
  });
}

/// Lists what else the projects have. It is read on demand.
void listAround(const PortRequest &Request, ArrayRef<std::string> Paths,
                ArrayRef<std::string> Projects, InputOptions Options,
                InputSet &Inputs) {
  std::vector<std::string> ToRead;
  for (const std::string &Project : Projects)
    if (!isNamed(Project, Paths, *Request.Disk))
      ToRead.push_back(Project);
  Inputs.ProjectRoot = Inputs.Root;
  if (ToRead.empty())
    return;
  Options.Others = false;
  InputSet All = collectInputs(ToRead, Options);
  dropOutputTree(Request, ToRead, All);
  std::set_difference(
      All.Files.begin(), All.Files.end(), Inputs.Files.begin(),
      Inputs.Files.end(), std::back_inserter(Inputs.Around),
      [](const InputFile &A, const InputFile &B) { return A.Path < B.Path; });
  Inputs.Ported = std::move(All.Ported);
  std::string &Root = Inputs.ProjectRoot;
  for (InputFile &F : Inputs.Around) {
    F.IsAround = true;
    while (!Root.empty() && !isBelow(F.Path, Root))
      Root = sys::path::parent_path(Root).str();
  }
}

/// Clang has no use for build scripts: they go a way of their own until the
/// findings are merged.
void separateScripts(std::vector<InputFile> &Files,
                     std::vector<InputFile> &Scripts) {
  for (const InputFile &F : Files)
    if (F.Script)
      Scripts.push_back(F);
  llvm::erase_if(Files, [](const InputFile &F) { return F.Script; });
}

} // namespace

Expected<ProjectFiles> findProject(const PortRequest &Request, Direction Way) {
  ProjectFiles Out;
  if (Error E = loadCommands(Request, Out))
    return std::move(E);
  auto Paths = findRoot(Request, Out);
  if (!Paths)
    return Paths.takeError();
  auto Projects = projectsOf(Request, *Paths, Out);
  InputOptions Options = inputOptions(Request, Way, Out);
  if (Projects.size() == 1)
    Options.Project = Projects.front();
  Out.Inputs = collectInputs(*Paths, Options);
  dropOutputTree(Request, *Paths, Out.Inputs);
  takeIncluded(Out.Inputs, *Request.Disk);
  noteHandWritten(Request, Out.Inputs);
  listAround(Request, *Paths, Projects, Options, Out.Inputs);
  separateScripts(Out.Inputs.Files, Out.Scripts);
  separateScripts(Out.Inputs.Around, Out.ScriptsAround);
  return Out;
}

} // namespace musify
