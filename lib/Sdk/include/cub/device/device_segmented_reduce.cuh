//===- device_segmented_reduce.cuh - Forwards -----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_SEGMENTED_REDUCE_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_SEGMENTED_REDUCE_CUH

#include "../__musify_cub.cuh"

#endif
