//===- radix_rank_sort_operations.cuh - Forwards ----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_BLOCK_RADIX_RANK_SORT_OPERATIONS_CUH
#define MUSIFY_SDK_CUB_BLOCK_RADIX_RANK_SORT_OPERATIONS_CUH

#include "../__musify_cub.cuh"

#endif
