//===- Answers.h - What the target's devices say of themselves --*- C++ -*-===//
#ifndef MUSIFY_PLATFORM_ANSWERS_H
#define MUSIFY_PLATFORM_ANSWERS_H

#include "Diag/Message.h"
#include "llvm/ADT/ArrayRef.h"
#include <cstdint>
#include <string>

namespace musify {

struct Architecture;

/// "`warpSize` is 128 on mp_21 and mp_22", of targets that differ from the
/// source and have more than `Room` lanes.
Message warpSizesOf(llvm::ArrayRef<const Architecture *> Targets,
                    unsigned Room = 0);

/// True if a warp of one of them has not the source's size.
bool hasOtherWarps(llvm::ArrayRef<const Architecture *> Targets);

/// Compute capabilities of the current architectures: `2.1, 2.2, 3.1`.
std::string capabilitiesOfTarget();

/// True if a device of the target may answer so, or with more: as its major
/// part, or as both parts in one number of two or three digits.
bool isOfTarget(int64_t Number);

/// False if no device of the source answers with as much, however both parts
/// are put into one number: `major == 9999` is for an emulation.
bool mayBeCapability(int64_t Number);

/// True if devices of the source have it as their major part, or as both parts
/// in one number of two to four digits: 8, 80 and 86, 800 and 860, 1200.
bool isCapability(int64_t Number);

} // namespace musify

#endif // MUSIFY_PLATFORM_ANSWERS_H
