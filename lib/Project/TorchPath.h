//===- TorchPath.h - Where PyTorch's headers are ----------------*- C++ -*-===//
#ifndef MUSIFY_PROJECT_TORCHPATH_H
#define MUSIFY_PROJECT_TORCHPATH_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>
#include <vector>

namespace musify {

/// The include directories of the PyTorch at `Dir`, which is the package, its
/// `include`, or the directory that has the package, and that of its Python.
/// Empty if `Dir` has none.
std::vector<std::string> torchIncludesOf(llvm::StringRef Dir);

/// True if the headers below `Include` ask for C++20, as those of PyTorch 2.14
/// do. With older ones extensions are built as C++17.
bool torchNeedsCxx20(llvm::StringRef Include, llvm::vfs::FileSystem &Disk);

/// The `site-packages` of the active Python environment: of `VIRTUAL_ENV`, of
/// `CONDA_PREFIX`, and beside the `python3` of `PATH`. They are looked up as
/// files, since a Python that is run may run code of the directory that is
/// ported.
std::vector<std::string> activeSitePackages();

} // namespace musify

#endif // MUSIFY_PROJECT_TORCHPATH_H
