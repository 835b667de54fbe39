//===- device_spmv.cuh - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_SPMV_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_SPMV_CUH

#include "../__musify_cub.cuh"

#endif
