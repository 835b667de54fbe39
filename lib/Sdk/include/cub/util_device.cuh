//===- util_device.cuh - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_UTIL_DEVICE_CUH
#define MUSIFY_SDK_CUB_UTIL_DEVICE_CUH

#include "__musify_cub.cuh"

#endif
