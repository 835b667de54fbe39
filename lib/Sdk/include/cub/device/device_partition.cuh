//===- device_partition.cuh - Forwards ------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_PARTITION_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_PARTITION_CUH

#include "../__musify_cub.cuh"

#endif
