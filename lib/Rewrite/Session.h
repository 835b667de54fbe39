//===- Session.h - What all parses of one run share -------------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_SESSION_H
#define MUSIFY_REWRITE_SESSION_H

#include "Lint/Profile.h"
#include "Mapping/Table.h"
#include "Project/Inputs.h"
#include "Rewrite/Prelude.h"
#include "llvm/Support/FileSystem/UniqueID.h"
#include <map>
#include <string>

namespace musify {

/// Threads share it: read-only while parses run, or guarded.
struct Session {
  const Table &Names;
  const InputSet &Inputs;
  std::string CudaPath; ///< of a real SDK; empty: the embedded declarations
  /// Input files by identity, so that links and `..` do not hide them.
  std::map<llvm::sys::fs::UniqueID, const InputFile *> ById;

  PreludeCache &Preludes;
  /// Of `musify lint`: the architectures that findings are for. Empty: a port,
  /// which pays for no rule that only tells.
  llvm::ArrayRef<const Profile *> Targets;

  Session(const Table &Names, const InputSet &Inputs, std::string CudaPath,
          PreludeCache &Preludes, llvm::ArrayRef<const Profile *> Targets);
};

} // namespace musify

#endif // MUSIFY_REWRITE_SESSION_H
