//===- device_select.cuh - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_SELECT_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_SELECT_CUH

#include "../__musify_cub.cuh"

#endif
