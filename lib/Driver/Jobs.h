//===- Jobs.h - How much to do at once --------------------------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_JOBS_H
#define MUSIFY_DRIVER_JOBS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Threading.h"
#include <cstdint>
#include <optional>

namespace musify {

/// What a parse needs where headers are large: 438 MiB were measured for a unit
/// of pytorch_scatter with PyTorch's own.
inline constexpr uint64_t BytesOfJob = uint64_t(512) << 20;

/// The bytes that `/proc/meminfo` calls available; none: it does not say.
std::optional<uint64_t> availableBytes(llvm::StringRef MemInfo);

/// One job for each core, but no more than the bytes have room for; at least
/// one. None: the room is not known.
unsigned jobsFor(unsigned Cores, std::optional<uint64_t> Bytes);

/// The threads of a run with `--jobs=Asked`. 0: what this machine, and the
/// memory limit of its control group, have room for.
llvm::ThreadPoolStrategy threadsFor(unsigned Asked);

} // namespace musify

#endif // MUSIFY_DRIVER_JOBS_H
