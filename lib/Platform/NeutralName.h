//===- NeutralName.h - Names without words of platforms --------*- C++ -*-===//
#ifndef MUSIFY_PLATFORM_NEUTRALNAME_H
#define MUSIFY_PLATFORM_NEUTRALNAME_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace musify {

/// `Text` in lower case, with a mark in place of each word of a platform: equal
/// for names that differ in the platform alone.
std::string neutralName(llvm::StringRef Text);
/// The same for the words of the platforms themselves, `cuda` and `musa`: the
/// names of their libraries stay apart.
std::string neutralPlatform(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_PLATFORM_NEUTRALNAME_H
