//===- block_reduce.cuh - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_BLOCK_BLOCK_REDUCE_CUH
#define MUSIFY_SDK_CUB_BLOCK_BLOCK_REDUCE_CUH

#include "../__musify_cub.cuh"

#endif
