//===- Declared.h - A call or a declaration, by the text --------*- C++ -*-===//
#ifndef MUSIFY_SCAN_DECLARED_H
#define MUSIFY_SCAN_DECLARED_H

#include "llvm/ADT/StringRef.h"

namespace musify {

/// True if `name(...)` at [Begin, End) of the text looks like a declaration: a
/// body follows it, or a type stands before it at the begin of a statement. For
/// places that no parse saw.
bool looksDeclared(llvm::StringRef Text, size_t Begin, size_t End);

} // namespace musify

#endif // MUSIFY_SCAN_DECLARED_H
