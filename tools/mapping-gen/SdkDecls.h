//===- SdkDecls.h - Declarations of CUDA's C libraries ----------*- C++ -*-===//
//
// Writes one header a library from the mapping tables, for what the
// hand-written headers of lib/Sdk/include do not declare:
//
//   mappings/*.json ─┐
//   lib/Sdk/include ─┴→ sdkDeclarations → <out>/<library>.h
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_MAPPING_GEN_SDKDECLS_H
#define MUSIFY_MAPPING_GEN_SDKDECLS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

/// One mapping entry, as far as a declaration needs it.
struct SdkDecl {
  std::string Name;
  std::string Kind;  ///< `function`, `type`, `enumerator` or `macro`
  std::string Type;  ///< prototype, or what a typedef stands for; may be empty
  std::string In;    ///< enum of an enumerator
  std::string Shape; ///< `enum`, `struct`, `handle` or `alias`
  std::optional<int64_t> Value; ///< of an enumerator
};

/// Where a name is declared: a header's path from `lib/Sdk/include`, or "" if
/// that header comes too late to be used.
using SdkNames = llvm::StringMap<std::string>;

/// The header text for one library, or "" if nothing is left to declare.
/// `Written` holds the names of the hand-written headers, `Others` the types
/// of the libraries this one may include.
std::string sdkDeclarations(llvm::StringRef Library,
                            llvm::ArrayRef<SdkDecl> Decls,
                            const SdkNames &Written, const SdkNames &Others);

/// Every identifier in a type.
std::vector<llvm::StringRef> identifiersIn(llvm::StringRef Type);

/// Names that a header's code declares, told from names it only mentions by
/// what follows them: a type is followed by a name, `*` or `&`.
std::vector<llvm::StringRef> declaredNames(llvm::StringRef Text);

/// Reads all tables of `Mappings` and all headers of `Include`, and writes
/// `<Out>/<library>.h` for each library that has something to declare.
llvm::Error writeSdkDeclarations(llvm::StringRef Mappings,
                                 llvm::StringRef Include, llvm::StringRef Out);

} // namespace musify

#endif // MUSIFY_MAPPING_GEN_SDKDECLS_H
