//===- block_merge_sort.cuh - Forwards ------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_BLOCK_BLOCK_MERGE_SORT_CUH
#define MUSIFY_SDK_CUB_BLOCK_BLOCK_MERGE_SORT_CUH

#include "../__musify_cub.cuh"

#endif
