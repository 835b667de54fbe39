//===- Paths.h - Absolute paths of a compile command ------------*- C++ -*-===//
#ifndef MUSIFY_PROJECT_PATHS_H
#define MUSIFY_PROJECT_PATHS_H

#include "llvm/Support/VirtualFileSystem.h"
#include <string>

namespace musify {

/// `Path` below `Directory`, with links resolved where the file exists.
std::string realPath(llvm::StringRef Path, llvm::StringRef Directory,
                     llvm::vfs::FileSystem &FS);

/// `Path` below the working directory; as it is, if there is none.
std::string absolutePath(llvm::StringRef Path, llvm::vfs::FileSystem &FS);

} // namespace musify

#endif // MUSIFY_PROJECT_PATHS_H
