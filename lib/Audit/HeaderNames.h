//===- HeaderNames.h - The public names of an installed SDK -----*- C++ -*-===//
//
//   include/, include/cccl/ ─┬ macros of the text ─────────────┐
//                            └ Clang: as host, as device code ─┴ SdkNames
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_AUDIT_HEADERNAMES_H
#define MUSIFY_AUDIT_HEADERNAMES_H

#include "Diag/Message.h"
#include "Mapping/Entry.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace musify {

struct SdkName {
  /// As the tables spell it: `cudaMalloc`, `cudaDeviceProp::major`,
  /// `cuda::barrier`, `cublas_v2.h`.
  std::string Name;
  std::string Header; ///< where it is declared, as written in an include
  Kind K = Kind::Function;
};

struct SdkNames {
  std::vector<SdkName> Names; ///< by header, then name; no name twice
  /// What could not be read, each a whole message without severity.
  std::vector<Message> Problems;
  /// Headers that are included and not there, OpenGL's for one. Declarations
  /// are read all the same; a part of the SDK that is away gives no names.
  std::vector<std::string> NotFound;
};

/// Parses the headers below `CudaPath`/include with Clang and lists what is
/// public (see PublicName.h). A namespace is not a name of its own, the names
/// in it are; but what stands in `thrust` and `cub` is not listed one by one:
/// only the two namespaces, and the headers and macros. Fails if there is no
/// such folder, or no header in it.
llvm::Expected<SdkNames> readSdkNames(llvm::StringRef CudaPath);

} // namespace musify

#endif // MUSIFY_AUDIT_HEADERNAMES_H
