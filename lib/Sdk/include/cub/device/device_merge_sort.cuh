//===- device_merge_sort.cuh - Forwards -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_MERGE_SORT_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_MERGE_SORT_CUH

#include "../__musify_cub.cuh"

#endif
