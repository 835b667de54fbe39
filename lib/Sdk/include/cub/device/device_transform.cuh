//===- device_transform.cuh - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_TRANSFORM_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_TRANSFORM_CUH

#include "../__musify_cub.cuh"

#endif
