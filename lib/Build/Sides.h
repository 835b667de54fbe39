//===- Sides.h - Which platform a text of a script names --------*- C++ -*-===//
#ifndef MUSIFY_BUILD_SIDES_H
#define MUSIFY_BUILD_SIDES_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace musify {

/// True if the text has a word of MUSA's: `USE_MUSA`, `mublas`.
bool namesMusa(llvm::StringRef Text);
/// The same for CUDA.
bool namesCuda(llvm::StringRef Text);
/// The same for another vendor's platform: `is_rocm`, `torch.version.hip`.
bool mentionsOtherVendor(llvm::StringRef Text);
/// Equal for conditions that differ in the platform alone, blanks and quotes
/// aside.
std::string neutralCondition(llvm::StringRef Condition);

} // namespace musify

#endif // MUSIFY_BUILD_SIDES_H
