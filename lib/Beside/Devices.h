//===- Devices.h - Lists of devices -----------------------------*- C++ -*-===//
#ifndef MUSIFY_BESIDE_DEVICES_H
#define MUSIFY_BESIDE_DEVICES_H

#include "Beside/Code.h"

namespace musify {

/// CUDA's items (`- cuda`) in lists that have another device and not MUSA. In
/// prose the first word of an item counts; else the items are words alone.
std::vector<TextRange> cudaItems(llvm::StringRef Text, bool IsProse);

} // namespace musify

#endif // MUSIFY_BESIDE_DEVICES_H
