//===- Stages.h - The stages of a port, each a function ---------*- C++ -*-===//
//
// What Port.cpp calls one after the other. Each stage takes values of those
// before it and returns its own; nothing else is shared.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DRIVER_STAGES_H
#define MUSIFY_DRIVER_STAGES_H

#include "Build/Port.h"
#include "Driver/Port.h"
#include "Driver/UnitParser.h"
#include "Program/Program.h"
#include "Project/CompileCommand.h"
#include "Rewrite/NestedSource.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/ThreadPool.h"
#include <memory>

namespace musify {

//===- Inputs: FindProject.cpp --------------------------------------------===//

/// What the run works on, as the disk and the compile database have it.
struct ProjectFiles {
  std::string Root; ///< real path; empty: no limit
  InputSet Inputs;  ///< sources and headers
  std::vector<InputFile> Scripts;
  std::vector<InputFile> ScriptsAround; ///< of the project, not ported
  /// By real path. Those of one file are sorted and differ.
  llvm::StringMap<std::vector<CompileCommand>> Commands;
  /// Flags that scripts give to all that is below their directory, by its path.
  llvm::StringMap<std::vector<std::string>> Definitions;
};

/// Fails if the compile database or the root cannot be used.
llvm::Expected<ProjectFiles> findProject(const PortRequest &Request,
                                         Direction Way);

//===- Scan: LoadFiles.cpp ------------------------------------------------===//

/// One input: its text, and what the lexer found in it.
struct LoadedFile {
  const InputFile *Input;
  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  ScannedFile Scan;
  bool SpeaksMusa = false; ///< to be parsed with MUSA's names
  /// Kernel source in its strings; known after the parses.
  std::vector<std::unique_ptr<NestedSource>> Nested;
};

/// The files that could be read, in the order of their paths; the others go to
/// `Failed`. To the inputs come the project's other files that decide about
/// them. A lint run has `Back`, the table from MUSA to CUDA.
std::vector<LoadedFile> loadFiles(const InputSet &Inputs,
                                  const PortRequest &Request,
                                  const Table &Names, const Table *Back,
                                  llvm::DefaultThreadPool &Pool,
                                  std::vector<SkippedResult> &Failed);

/// A file that is MUSA's already.
struct PortedFile {
  std::string Path; ///< real path
  std::vector<std::string> Includes;
};

/// What cannot be read is left out.
std::vector<PortedFile> readPorted(const InputSet &Inputs,
                                   llvm::vfs::FileSystem &Disk);

/// What the files say with PyTorch's names: TorchUse.cpp.
TorchUse collectTorchUse(llvm::ArrayRef<LoadedFile> Files);

/// Fills `Project.Answers`: the project's functions and members that hold what
/// a device answered, by the text of all files, through several files too.
void collectAnswers(llvm::ArrayRef<LoadedFile> Files,
                    const PortOptions &Options, Workspace &Project);

struct LoadedScript {
  InputFile Input;
  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  Script Content;
};

/// The same of build scripts.
std::vector<LoadedScript> loadScripts(llvm::ArrayRef<InputFile> Inputs,
                                      const PortRequest &Request,
                                      const BuildRules &Rules,
                                      llvm::DefaultThreadPool &Pool,
                                      std::vector<SkippedResult> &Failed);

/// What scripts define, as `ProjectFiles::Definitions`.
llvm::StringMap<std::vector<std::string>>
definitionsOf(llvm::ArrayRef<LoadedScript> Scripts);

/// The rules for build scripts. Fails if they cannot be read.
llvm::Expected<BuildRules> builtinBuildRules();

/// To the scripts come files that only their content tells to be ones.
void takeBuildCode(const PortRequest &Request, const BuildRules &Rules,
                   ProjectFiles &Found);

/// Lists of devices in documents, which a port beside does not change.
std::vector<SkippedResult> listedDevices(const InputSet &Inputs,
                                         llvm::vfs::FileSystem &Disk);

/// Files that are neither sources nor scripts, and yet hold CUDA.
std::vector<SkippedResult> unportedFiles(const InputSet &Inputs,
                                         const Table &Names, bool Renames,
                                         llvm::vfs::FileSystem &Disk,
                                         llvm::DefaultThreadPool &Pool);

/// A MUSA file that stands beside the source of its name was written by hand,
/// unless the output goes to the same tree: a person has to choose.
void noteHandWritten(const PortRequest &Request, InputSet &Inputs);

/// False for what is too large, or no text.
bool isParsable(const ScannedFile &Scan);

//===- Parse: ParseProject.cpp --------------------------------------------===//

/// What the parses of all units tell.
struct ParsedProject {
  Facts Known;                  ///< of the files
  Facts KnownOfNested;          ///< of kernel source in their strings
  llvm::StringSet<> Worth;      ///< files that a parse may tell about
  llvm::StringSet<> HasCommand; ///< files that a unit of the database covers
  /// By main file, then by the number of its unit.
  llvm::StringMap<std::map<size_t, std::vector<Message>>> Problems;
  unsigned Units = 0, Recalled = 0; ///< all; read from the cache
  bool UsesCache = false;
  bool Stopped = false; ///< before all units were parsed

  bool isWorthParsing(const LoadedFile &F) const {
    return Worth.contains(F.Input->Path) && isParsable(F.Scan) &&
           !F.Input->IsTemplate;
  }
};

/// Parses what is worth it, and finds the kernel source in strings, which only
/// the parses tell. Adds to `Project` its units, to `Found` its inferred
/// commands. Without `Request.Parse` the lexer alone is used; of a run for
/// facts only, the units of its part. Fails if the cache cannot be used.
llvm::Expected<ParsedProject> parseProject(const PortRequest &Request,
                                           ProjectFiles &Found,
                                           std::vector<LoadedFile> &Files,
                                           Workspace &Project,
                                           llvm::DefaultThreadPool &Pool);

//===- Program: BuildProgram.cpp ------------------------------------------===//

/// The project's macros under which it maps names to MUSA's by itself, so that
/// a port needs them, without those that a file of it defines; sorted.
std::vector<std::string> musaSwitches(llvm::ArrayRef<LoadedFile> Files);

/// The names that the project defines, each with its decision.
Program buildProgram(llvm::ArrayRef<LoadedFile> Files,
                     llvm::ArrayRef<PortedFile> Ported, const Facts &Known,
                     llvm::ArrayRef<LoadedScript> Scripts,
                     const BuildRules &Rules, const Table &Names);

//===- Build scripts: PortScripts.cpp -------------------------------------===//

/// The rules over all build scripts, and over the strings of the sources.
std::vector<Finding> portScripts(llvm::ArrayRef<LoadedScript> Scripts,
                                 llvm::ArrayRef<LoadedFile> Files,
                                 const BuildRules &Rules, const Program &Whole,
                                 const InputSet &Sources,
                                 const Workspace &Project,
                                 const PortOptions &Options,
                                 llvm::DefaultThreadPool &Pool);

/// The rules over the C++ that a script holds: HeldSources.cpp.
std::vector<Finding> portHeldSources(const LoadedScript &S,
                                     const Workspace &Project,
                                     const PortOptions &Options);

//===- Names made by macros: FollowMadeNames.cpp --------------------------===//

/// Where the plan changes a name that a macro's `##` makes another one from,
/// it changes that one as well, in all files.
void followMadeNames(llvm::ArrayRef<LoadedFile> Files, const Facts &Known,
                     const Table &Names, Plan &Merged);

//===- A port for torchada: LeaveToTorchada.cpp ---------------------------===//

/// Takes back what torchada does when it builds, and reports what it does not
/// do, or does otherwise.
void leaveToTorchada(llvm::ArrayRef<LoadedFile> Files,
                     llvm::ArrayRef<LoadedScript> Scripts,
                     const BuildRules &Rules, Plan &Merged);

//===- Names of the project: RenameOwn.cpp --------------------------------===//

struct OwnRenames {
  /// New paths of files by their paths below the root.
  std::map<std::string, std::string> Paths;
  /// Of these, files whose originals stay.
  std::set<std::string> Copies;
};

/// Renames what the project declares, its strings and its files, as
/// `Request.Renames` says. With `Request.Beside`, files about CUDA get a copy,
/// and the plan of the others has additions alone.
OwnRenames renameOwn(const PortRequest &Request,
                     llvm::ArrayRef<LoadedFile> Files,
                     llvm::ArrayRef<LoadedScript> Scripts, const Table &Names,
                     Plan &Merged);

//===- Result: CollectResult.cpp ------------------------------------------===//

/// Everything that reports are made from. Takes the plan and the texts.
RunResult collectResult(const PortRequest &Request, const ProjectFiles &Found,
                        std::vector<LoadedFile> &Files,
                        llvm::ArrayRef<LoadedScript> Scripts,
                        ParsedProject &Parsed, Plan Merged, const Table &Names);

/// Macros whose definition would let regions be parsed that no parse saw.
std::vector<UsefulDefinition>
usefulDefinitions(llvm::ArrayRef<FileResult> Files, const Table &Names);

//===- Dump: Dump.cpp -----------------------------------------------------===//

/// Each prints one stage as JSON.
void dumpInputs(llvm::raw_ostream &OS, const ProjectFiles &Found);
void dumpCandidates(llvm::raw_ostream &OS, llvm::ArrayRef<LoadedFile> Files);
void dumpFacts(llvm::raw_ostream &OS, const Facts &Known);
void dumpProgram(llvm::raw_ostream &OS, const Program &Whole);
void dumpFindings(llvm::raw_ostream &OS, const FindingsByFile &Found);
void dumpPlan(llvm::raw_ostream &OS, const Plan &Merged);

} // namespace musify

#endif // MUSIFY_DRIVER_STAGES_H
