//===- BesideWords.h - What a copy for MUSA renames -------------*- C++ -*-===//
#ifndef MUSIFY_RENAME_BESIDEWORDS_H
#define MUSIFY_RENAME_BESIDEWORDS_H

#include "Mapping/Renames.h"

namespace musify {

/// The words of mappings/rules/beside.json.
const std::vector<RenameRule> &besideRenames();
/// Words by which other vendors call their code there, in lower case.
const std::vector<std::string> &otherVendors();
/// True if a directory or the file of the path is named after one of them:
/// `hip/`, `hip_backend/`.
bool namesOtherVendor(llvm::StringRef Path);

} // namespace musify

#endif // MUSIFY_RENAME_BESIDEWORDS_H
