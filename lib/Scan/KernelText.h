//===- KernelText.h - Text that is source for the device --------*- C++ -*-===//
#ifndef MUSIFY_SCAN_KERNELTEXT_H
#define MUSIFY_SCAN_KERNELTEXT_H

#include "llvm/ADT/StringRef.h"

namespace musify {

/// True if the text, which ends with NUL, declares or defines something for the
/// device. Prose about kernels has the words too, but not the shape:
/// `__device__` with no other word than a specifier before it, a name behind
/// it, and then a brace or semicolon.
bool declaresKernel(llvm::StringRef Code);

} // namespace musify

#endif // MUSIFY_SCAN_KERNELTEXT_H
