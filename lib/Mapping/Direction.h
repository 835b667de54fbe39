//===- Direction.h - From where to where a port goes ------------*- C++ -*-===//
#ifndef MUSIFY_MAPPING_DIRECTION_H
#define MUSIFY_MAPPING_DIRECTION_H

#include <cstdint>

namespace musify {

enum class Direction : uint8_t { CudaToMusa, MusaToCuda };

} // namespace musify

#endif // MUSIFY_MAPPING_DIRECTION_H
