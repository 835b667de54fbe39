//===- Declaration.h - How the carried headers declare a name ---*- C++ -*-===//
#ifndef MUSIFY_SDK_DECLARATION_H
#define MUSIFY_SDK_DECLARATION_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace musify {

/// The first declaration of the name in the carried headers, on one line and
/// without what comes behind a `{`; empty if there is none. Of an enumerator it
/// is the enumerator with its value.
std::string sdkDeclaration(llvm::StringRef Name);

} // namespace musify

#endif // MUSIFY_SDK_DECLARATION_H
