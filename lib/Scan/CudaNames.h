//===- CudaNames.h - What names of either side look like --------*- C++ -*-===//
#ifndef MUSIFY_SCAN_CUDANAMES_H
#define MUSIFY_SCAN_CUDANAMES_H

#include "Mapping/Table.h"
#include "llvm/ADT/StringRef.h"

namespace musify {

/// True for names such as `cudaX`, `cuX`, `CU_X`, `cublasX`, `CUBLAS_X` with a
/// capital or digit after the prefix. A user's `cuda_helper` or `cudaflag` is
/// none.
bool looksLikeCuda(llvm::StringRef Name);

/// Whichever the port starts from.
bool looksLikeSource(Direction Way, llvm::StringRef Name);
/// True for what `##` may complete to such a name: a bare prefix, or a name
/// itself.
bool looksLikeFragment(Direction Way, llvm::StringRef Name);

/// True for the path of an include that looks like a header of the SDK's, such
/// as `cublas_x.h`, without a folder.
bool looksLikeSdkHeader(llvm::StringRef Path, Direction Way);

/// True for a macro by which either platform's compiler says that it is at
/// work, or for which device.
bool isCompilersMacro(llvm::StringRef Name);

/// True for the namespace of CUDA's C++ library or its counterpart, as a whole.
/// Projects and frameworks have one of that name too.
bool isLibraryNamespace(const Entry &E);

/// A namespace of the table whose names are all the SDK's or a framework's.
const Entry *findNamespace(const Table &Names, llvm::StringRef Name);

/// `CUDA` or `MUSA`: where the port starts, and where it goes, in words.
llvm::StringRef sourceSide(Direction Way);
llvm::StringRef targetSide(Direction Way);

} // namespace musify

#endif // MUSIFY_SCAN_CUDANAMES_H
