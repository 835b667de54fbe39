//===- device_adjacent_difference.cuh - Forwards --------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_ADJACENT_DIFFERENCE_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_ADJACENT_DIFFERENCE_CUH

#include "../__musify_cub.cuh"

#endif
