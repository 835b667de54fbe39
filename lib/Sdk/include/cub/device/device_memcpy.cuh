//===- device_memcpy.cuh - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_MEMCPY_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_MEMCPY_CUH

#include "../__musify_cub.cuh"

#endif
