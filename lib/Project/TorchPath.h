//===- TorchPath.h - Where PyTorch's headers are ----------------*- C++ -*-===//
#ifndef MUSIFY_PROJECT_TORCHPATH_H
#define MUSIFY_PROJECT_TORCHPATH_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace musify {

/// The include directories of the PyTorch at `Dir`, which is the package, its
/// `include`, or the directory that has the package, and that of its Python.
/// Empty if `Dir` has none.
std::vector<std::string> torchIncludesOf(llvm::StringRef Dir);

/// The `site-packages` of the active Python environment: of `VIRTUAL_ENV`, of
/// `CONDA_PREFIX`, and beside the `python3` of `PATH`. They are looked up as
/// files, since a Python that is run may run code of the directory that is
/// ported.
std::vector<std::string> activeSitePackages();

} // namespace musify

#endif // MUSIFY_PROJECT_TORCHPATH_H
