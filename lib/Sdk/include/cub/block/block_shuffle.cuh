//===- block_shuffle.cuh - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_BLOCK_BLOCK_SHUFFLE_CUH
#define MUSIFY_SDK_CUB_BLOCK_BLOCK_SHUFFLE_CUH

#include "../__musify_cub.cuh"

#endif
