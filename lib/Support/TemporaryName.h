//===- TemporaryName.h - Names of files on their way ------------*- C++ -*-===//
#ifndef MUSIFY_SUPPORT_TEMPORARYNAME_H
#define MUSIFY_SUPPORT_TEMPORARYNAME_H

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"

namespace musify {

/// A text is written to `.musify-PROCESS-NUMBER.tmp` beside its place. A run
/// that was killed leaves the file behind; it is not part of a project.
inline constexpr llvm::StringLiteral TemporaryPrefix = ".musify-",
                                     TemporarySuffix = ".tmp";

/// The process, from the name of such a file; empty for other names.
inline llvm::StringRef ownerOfTemporary(llvm::StringRef Name) {
  if (!Name.consume_front(TemporaryPrefix) ||
      !Name.consume_back(TemporarySuffix) || !Name.contains('-'))
    return "";
  llvm::StringRef Owner = Name.split('-').first;
  return llvm::all_of(Owner, llvm::isDigit) ? Owner : "";
}

} // namespace musify

#endif // MUSIFY_SUPPORT_TEMPORARYNAME_H
