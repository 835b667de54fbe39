//===- Workspace.h - The project that a run works on ------------*- C++ -*-===//
//
// What scan, parse and decisions share: the tables, the input files and the
// translation units. Complete before the first parse, and read-only from then.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PROJECT_WORKSPACE_H
#define MUSIFY_PROJECT_WORKSPACE_H

#include "Mapping/Table.h"
#include "Project/Inputs.h"
#include "Project/Paths.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <set>
#include <string>
#include <vector>

namespace musify {

/// A translation unit as messages name it.
struct UnitInfo {
  std::string Shown;               ///< as the user would write it
  std::vector<std::string> Macros; ///< its flags `-D` and `-U`
};

/// What the files of the project say with PyTorch's names, all together.
struct TorchUse {
  using Parameter = std::pair<std::string, unsigned>; ///< of a macro, by number
  std::set<Parameter> Keys; ///< that become a dispatch key
  /// That `##` makes a device of, and what stands before it.
  std::map<Parameter, std::string> Devices;
  llvm::StringSet<> Aliases; ///< of PyTorch's namespaces
  llvm::StringSet<> Own;     ///< names in code that adds to these namespaces
  bool Included = false;     ///< a header of it, somewhere
  /// Methods of the project's classes with the name of one of PyTorch's → these
  /// classes.
  llvm::StringMap<llvm::StringSet<>> Namesakes;
};

/// A function or member of the project that holds what a device, or a query of
/// a version, answered, as far as the text tells.
struct KeptAnswer {
  std::string By; ///< what was asked
  bool IsVersion = false;
  bool IsFunction = false;
  bool operator==(const KeptAnswer &) const = default;
};
using KeptAnswers = std::map<std::string, KeptAnswer>; ///< by name

struct Workspace {
  Workspace(const Table &Names, const InputSet &Inputs,
            llvm::vfs::FileSystem &Disk);

  /// The real path of the file at `Path`; empty if there is no plain file.
  std::string fileAt(llvm::StringRef Path) const;

  const Table &Names;
  const InputSet &Inputs;
  llvm::vfs::FileSystem &Disk;
  /// The project's files, inputs or not, by the last part of their paths: for
  /// includes that no parse resolved.
  llvm::StringMap<std::vector<const InputFile *>> ByFileName;
  std::map<std::string, UnitInfo> Units; ///< by name
  TorchUse Torch;
  KeptAnswers Answers; ///< that other files of the project may use
  /// Macros of the project that stand for a version or architecture number of
  /// the source, and which.
  std::map<std::string, std::string> NumberAliases;
};

} // namespace musify

#endif // MUSIFY_PROJECT_WORKSPACE_H
