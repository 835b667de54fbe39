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

/// The nearest directory at `Path` (real) or above it that git has a repository
/// in; empty if there is none, or if it may be no project. As git does, it
/// looks at no directory of `GIT_CEILING_DIRECTORIES`.
std::string gitRoot(llvm::StringRef Path, llvm::vfs::FileSystem &FS);

/// False for a home directory and what is above one: too much to read for one
/// file.
bool mayBeProject(llvm::StringRef Directory, llvm::vfs::FileSystem &FS);

/// True if an include of `Tail` may mean the file at `Path`: `x/y.cuh` that at
/// `/root/x/y.cuh`.
bool endsWithPath(llvm::StringRef Path, llvm::StringRef Tail);

/// True if `Path` lies in `Directory`, at any depth.
bool isBelow(llvm::StringRef Path, llvm::StringRef Directory);

} // namespace musify

#endif // MUSIFY_PROJECT_PATHS_H
