//===- Direction.h - From where to where a port goes ------------*- C++ -*-===//
#ifndef MUSIFY_MAPPING_DIRECTION_H
#define MUSIFY_MAPPING_DIRECTION_H

#include <cstdint>

namespace musify {

enum class Direction : uint8_t { CudaToMusa, MusaToCuda };

inline Direction opposite(Direction Way) {
  return Way == Direction::CudaToMusa ? Direction::MusaToCuda
                                      : Direction::CudaToMusa;
}

} // namespace musify

#endif // MUSIFY_MAPPING_DIRECTION_H
