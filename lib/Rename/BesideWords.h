//===- BesideWords.h - What a copy for MUSA renames -------------*- C++ -*-===//
#ifndef MUSIFY_RENAME_BESIDEWORDS_H
#define MUSIFY_RENAME_BESIDEWORDS_H

#include "Mapping/Renames.h"
#include "llvm/ADT/ArrayRef.h"
#include <optional>

namespace musify {

/// The words of mappings/rules/beside.json.
const std::vector<RenameRule> &besideRenames();
/// Words by which other vendors call their code there, in lower case.
const std::vector<std::string> &otherVendors();
/// Words for devices that are no vendor's: `cpu`.
const std::vector<std::string> &deviceWords();
/// `FROM=TO`, how a word of paths or a directory changes; none if it is not.
std::optional<RenameRule> besideRule(llvm::StringRef Pattern);
/// Where a copy for MUSA of the file goes: the path with its words changed, or
/// with one added if it has none.
std::string siblingPath(llvm::StringRef Relative,
                        llvm::ArrayRef<RenameRule> Rules);
/// True if the text, a name, a string or a path, became the other one as in a
/// copy for MUSA.
bool becomesInCopy(llvm::StringRef Old, llvm::StringRef New);
/// True if a directory or the file of the path is named after one of them:
/// `hip/`, `hip_backend/`.
bool namesOtherVendor(llvm::StringRef Path);
/// The same for MUSA: `musa/`, `pool_musa.cpp`.
bool namesTarget(llvm::StringRef Path);

} // namespace musify

#endif // MUSIFY_RENAME_BESIDEWORDS_H
