//===- Session.h - What all parses of one run share -------------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_SESSION_H
#define MUSIFY_REWRITE_SESSION_H

#include "Lint/Profile.h"
#include "Mapping/Table.h"
#include "Project/Inputs.h"
#include "Rewrite/MusaHeaders.h"
#include "Rewrite/Prelude.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem/UniqueID.h"
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace musify {

/// A translation unit as messages tell it.
struct UnitInfo {
  std::string Shown;               ///< as the user would write it
  std::vector<std::string> Macros; ///< its flags `-D` and `-U`
  /// Standard headers that are precompiled for it and others.
  std::vector<std::string> SharedHeaders = {};
};

/// Threads share it: read-only while parses run, or guarded.
struct Session {
  const Table &Names;
  const InputSet &Inputs;
  std::string CudaPath; ///< of a real SDK; empty: the embedded declarations
  /// Input files by identity, so that links and `..` do not hide them.
  std::map<llvm::sys::fs::UniqueID, const InputFile *> ById;
  /// By the last part of their paths, for includes that no parse resolved.
  llvm::StringMap<std::vector<const InputFile *>> ByFileName;

  PreludeCache &Preludes;
  std::shared_ptr<const MusaHeaders> Musa; ///< for units of MUSA's code
  /// Of `musify lint`: the architectures that findings are for. Empty: a port,
  /// which pays for no rule that only tells.
  llvm::ArrayRef<const Profile *> Targets;

  std::map<std::string, UnitInfo> Units; ///< by name
  double Timeout = 0;   ///< seconds a unit may take; 0: no limit
  size_t MaxMemory = 0; ///< bytes of AST a unit may need; 0: no limit

  Session(const Table &Names, const InputSet &Inputs, std::string CudaPath,
          PreludeCache &Preludes, llvm::ArrayRef<const Profile *> Targets);
};

} // namespace musify

#endif // MUSIFY_REWRITE_SESSION_H
