//===- device_copy.cuh - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_COPY_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_COPY_CUH

#include "../__musify_cub.cuh"

#endif
