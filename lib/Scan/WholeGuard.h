//===- WholeGuard.h - A file below one macro --------------------*- C++ -*-===//
#ifndef MUSIFY_SCAN_WHOLEGUARD_H
#define MUSIFY_SCAN_WHOLEGUARD_H

#include "llvm/ADT/StringRef.h"

namespace musify {

/// The macro of the `#ifdef` or `#if defined(...)` that holds all of the file,
/// without another branch; empty if there is none.
llvm::StringRef wholeGuard(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_SCAN_WHOLEGUARD_H
