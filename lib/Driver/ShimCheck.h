//===- ShimCheck.h - What a shim promises -----------------------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_SHIMCHECK_H
#define MUSIFY_DRIVER_SHIMCHECK_H

#include "Driver/Shim.h"

namespace musify {

/// Fails, with the first difference, unless the file is the same code with its
/// edits where `Macro` is not defined. `Defines` are macros of the user's, as
/// `NAME` or `NAME=VALUE`.
llvm::Error checkShimmed(const FileResult &File, llvm::StringRef Macro,
                         llvm::ArrayRef<std::string> Defines);

/// Fails unless the header, which is to lie at `HeaderPath`, is empty without
/// `Macro`, and each forwarding header goes on to CUDA's own.
llvm::Error checkShimHeaders(const ShimResult &Result,
                             llvm::StringRef HeaderPath, llvm::StringRef Macro,
                             llvm::ArrayRef<std::string> Defines);

} // namespace musify

#endif // MUSIFY_DRIVER_SHIMCHECK_H
