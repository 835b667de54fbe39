//===- CudaNames.h - What looks like a CUDA name ----------------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_CUDANAMES_H
#define MUSIFY_REWRITE_CUDANAMES_H

#include "llvm/ADT/StringRef.h"

namespace musify {

/// True for a spelling that only CUDA's libraries use: `cudaXyz`, `cuXyz`,
/// `CU_XYZ`, `cublasXyz`, `CUDNN_XYZ`, ... An unknown name of this shape is
/// reported; `cuda_helper`, `current` or a bare `cuda` are not of it.
bool looksLikeCuda(llvm::StringRef Name);

/// True for a fragment that `##` may complete to a CUDA name: `cuda`,
/// `cublas`, `CU_`, `cudaMem`.
bool looksLikeCudaFragment(llvm::StringRef Name);

} // namespace musify

#endif // MUSIFY_REWRITE_CUDANAMES_H
