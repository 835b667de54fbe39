//===- Version.h - Versions and architectures of the tables -----*- C++ -*-===//
#ifndef MUSIFY_MAPPING_VERSION_H
#define MUSIFY_MAPPING_VERSION_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VersionTuple.h"
#include <optional>

namespace musify {

/// `5.1` or `5.1.0`; compared by numbers, so that 5.10 is later than 5.9.
std::optional<llvm::VersionTuple> parseVersion(llvm::StringRef Text);

/// The number of an architecture: 22 for `mp_22`.
std::optional<unsigned> parseArch(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_MAPPING_VERSION_H
