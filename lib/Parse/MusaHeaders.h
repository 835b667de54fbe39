//===- MusaHeaders.h - The carried headers under MUSA's names ---*- C++ -*-===//
//
// MUSA's code is parsed with the declarations of CUDA, as a port would write
// them: the mapping table renames the headers and what they declare.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_MUSAHEADERS_H
#define MUSIFY_PARSE_MUSAHEADERS_H

#include "Mapping/Table.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/Support/VersionTuple.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <mutex>

namespace musify {

class MusaHeaders {
public:
  /// `Names` leads from CUDA to MUSA and outlives the headers. They have the
  /// names of the SDK's `Version`; empty: of the newest.
  explicit MusaHeaders(const Table &Names, llvm::VersionTuple Version = {})
      : Names(Names), Version(Version) {}

  const llvm::VersionTuple &version() const { return Version; }

  /// The headers below `MusaIncludeDir`; made by the first call. Safe to use
  /// from several threads.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> get() const;

private:
  const Table &Names;
  llvm::VersionTuple Version;
  mutable std::once_flag Made;
  mutable llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Headers;
};

} // namespace musify

#endif // MUSIFY_PARSE_MUSAHEADERS_H
