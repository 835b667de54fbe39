//===- block_raking_layout.cuh - Forwards -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_BLOCK_BLOCK_RAKING_LAYOUT_CUH
#define MUSIFY_SDK_CUB_BLOCK_BLOCK_RAKING_LAYOUT_CUH

#include "../__musify_cub.cuh"

#endif
