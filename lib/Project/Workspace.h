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
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <string>
#include <vector>

namespace musify {

/// A translation unit as messages name it.
struct UnitInfo {
  std::string Shown;               ///< as the user would write it
  std::vector<std::string> Macros; ///< its flags `-D` and `-U`
};

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
};

} // namespace musify

#endif // MUSIFY_PROJECT_WORKSPACE_H
