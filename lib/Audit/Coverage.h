//===- Coverage.h - What the table does not know of an SDK ------*- C++ -*-===//
#ifndef MUSIFY_AUDIT_COVERAGE_H
#define MUSIFY_AUDIT_COVERAGE_H

#include "Audit/HeaderNames.h"
#include "Mapping/Table.h"

namespace musify {

/// The library a header belongs to, in the words of the user: `runtime`,
/// `cuBLAS`, ... `other` for a header that no rule names.
llvm::StringRef groupOf(llvm::StringRef Header);

/// True if the table says what becomes of the name:
/// - a header by its own entry or that of a folder above it;
/// - a name in a namespace by its own entry or that of a namespace around it;
/// - a member of a struct by its own entry or by that of the struct: MUSA's
///   structs keep the names of members. Only a name that is itself spelled
///   with CUDA's name, such as `nvSciSync`, needs its own entry, for MUSA may
///   spell it with its own;
/// - anything else by its own entry.
bool isKnown(const SdkName &Name, const Table &Names);

/// The names of `Sdk` that are not known, in its order.
std::vector<SdkName> missingNames(const SdkNames &Sdk, const Table &Names);

} // namespace musify

#endif // MUSIFY_AUDIT_COVERAGE_H
