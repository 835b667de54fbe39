//===- device_merge.cuh - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_MERGE_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_MERGE_CUH

#include "../__musify_cub.cuh"

#endif
