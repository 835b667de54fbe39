//===- block_radix_rank.cuh - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_BLOCK_BLOCK_RADIX_RANK_CUH
#define MUSIFY_SDK_CUB_BLOCK_BLOCK_RADIX_RANK_CUH

#include "../__musify_cub.cuh"

#endif
