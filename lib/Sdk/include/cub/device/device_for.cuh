//===- device_for.cuh - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_FOR_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_FOR_CUH

#include "../__musify_cub.cuh"

#endif
