//===- PublicName.h - What of an SDK a user may name ------------*- C++ -*-===//
//
// The one place that says which names of an SDK's headers are public. The rest
// are details of the headers, which no table has to know.
//
// Internal are
// - headers below a folder named `detail`, `details`, `impl`, `internal`,
//   `__...` or like one of the folders in `PublicName.cpp`, headers named
//   `..._impl`, and those that only the compiler includes;
// - namespaces of such names, `utility`, and `std`, which is added to only;
// - names with `impl`, `detail` or `internal` as a word of theirs;
// - names that begin with `_`, save device functions, types and variables
//   outside namespaces that begin with `__` and a lower-case letter
//   (`__fadd_rn`, `__half`), and macros of the form `__keyword__`;
// - `__cuda...`, which only the compiler's output calls;
// - device functions with `__` that only the bodies in `X.hpp` beside `X.h`
//   declare;
// - tags `X_st` of a struct that is defined: its name is the typedef `X`;
// - macros that guard a header, and macros that the header undefines again.
//
// Not CUDA's are
// - functions of the C library, which the headers declare for device code too,
//   and macros of its and of Windows' headers;
// - the names in `cuda/std/`, which are C++'s, and in headers that stand in for
//   another product's (`cufftw.h`).
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_AUDIT_PUBLICNAME_H
#define MUSIFY_AUDIT_PUBLICNAME_H

#include "Mapping/Entry.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace musify {

/// `Path` as it is written in an include.
bool isPublicHeader(llvm::StringRef Path);

/// True if what the header declares may be CUDA's and public. libcu++ declares
/// its names in internal headers; there the namespace tells.
bool declaresPublicNames(llvm::StringRef Path);

/// `Name` is one component, `wmma` of `nvcuda::wmma`.
bool isPublicNamespace(llvm::StringRef Name);

/// `Name` without its namespaces. Anything but a header or a namespace.
bool isPublicName(llvm::StringRef Name, Kind K);

/// The public macros that `Text`, a whole header, defines in any of its
/// branches: each once, in the order of the text.
std::vector<llvm::StringRef> publicMacros(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_AUDIT_PUBLICNAME_H
