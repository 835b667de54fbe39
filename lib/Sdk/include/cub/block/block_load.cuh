//===- block_load.cuh - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_BLOCK_BLOCK_LOAD_CUH
#define MUSIFY_SDK_CUB_BLOCK_BLOCK_LOAD_CUH

#include "../__musify_cub.cuh"

#endif
