//===- Session.h - What all parses of one run share -------------*- C++ -*-===//
#ifndef MUSIFY_PARSE_SESSION_H
#define MUSIFY_PARSE_SESSION_H

#include "Mapping/Table.h"
#include "Parse/MusaHeaders.h"
#include "Parse/NvccNames.h"
#include "Parse/Prelude.h"
#include "Parse/RespelledFiles.h"
#include "Platform/Platform.h"
#include "Project/CompileCommand.h"
#include "Project/Workspace.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem/UniqueID.h"
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace musify {

/// A text that is parsed as a file of its own, though no disk has it.
struct TextUnit {
  const CompileCommand *Unit; ///< with its text
  const InputFile *File;
};

/// Threads share it: read-only while parses run, or guarded.
struct Session {
  const Workspace &Project;
  std::string CudaPath; ///< of a real SDK; empty: the embedded declarations
  /// Input files by identity, so that links and `..` do not hide them.
  std::map<llvm::sys::fs::UniqueID, const InputFile *> ById;
  RespelledFiles Respelled; ///< what Clang could not read as it is

  PreludeCache &Preludes;
  std::shared_ptr<NvccNames> Nvcc = std::make_shared<NvccNames>();
  std::shared_ptr<const MusaHeaders> Musa; ///< for units of MUSA's code
  /// The architectures that findings are for. Empty: a port to CUDA.
  llvm::ArrayRef<const Architecture *> Targets;

  /// Two trees are compared: the parses note what statements mean, and all that
  /// MUSA's compiler would reject.
  bool Compares = false;

  /// What is precompiled for a unit and others, by the unit's name.
  std::map<std::string, UnitPrelude> UnitPreludes;
  /// Inputs (real paths) with code that a parse may tell something about. Of
  /// these a parse notes how it read them.
  llvm::StringSet<> TellingFiles;
  /// Some input asks what device or driver there is: what becomes of the answer
  /// is recorded.
  bool FollowsValues = false;
  std::function<bool()> Stopped; ///< true: parse no more; may be null
  double Timeout = 0;            ///< seconds a unit may take; 0: no limit
  size_t MaxMemory = 0;          ///< bytes of AST a unit may need; 0: no limit

  Session(const Workspace &Project, std::string CudaPath,
          PreludeCache &Preludes, llvm::ArrayRef<const Architecture *> Targets);

  /// A file of the project that is no input; it counts as one from now on.
  void addFile(const InputFile &File);
  void addText(const TextUnit &Text);

  /// From now on Clang reads `Text` in place of the file.
  void respell(llvm::StringRef Path, std::string Text);

  const Table &names() const { return Project.Names; }
};

/// A session of `Texts` alone, with all else that `Run` knows.
Session sessionOfTexts(const Session &Run, llvm::ArrayRef<TextUnit> Texts);

} // namespace musify

#endif // MUSIFY_PARSE_SESSION_H
