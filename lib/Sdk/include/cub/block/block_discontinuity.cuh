//===- block_discontinuity.cuh - Forwards ---------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_BLOCK_BLOCK_DISCONTINUITY_CUH
#define MUSIFY_SDK_CUB_BLOCK_BLOCK_DISCONTINUITY_CUH

#include "../__musify_cub.cuh"

#endif
