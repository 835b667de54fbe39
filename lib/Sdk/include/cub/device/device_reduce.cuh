//===- device_reduce.cuh - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_REDUCE_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_REDUCE_CUH

#include "../__musify_cub.cuh"

#endif
