//===- UnverifiedPage.h - docs/api/unverified.md ----------------*- C++ -*-===//
#ifndef MUSIFY_TOOLS_MAPPINGGEN_UNVERIFIEDPAGE_H
#define MUSIFY_TOOLS_MAPPINGGEN_UNVERIFIEDPAGE_H

#include "Mapping/Table.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <string>

namespace musify {

/// The names without evidence by library, for someone with hardware.
/// `TitleOf` is what a library is called.
std::string
unverifiedPage(llvm::ArrayRef<OwnedEntry> Entries,
               llvm::function_ref<llvm::StringRef(llvm::StringRef)> TitleOf);

} // namespace musify

#endif // MUSIFY_TOOLS_MAPPINGGEN_UNVERIFIEDPAGE_H
