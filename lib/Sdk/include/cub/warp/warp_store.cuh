//===- warp_store.cuh - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_WARP_WARP_STORE_CUH
#define MUSIFY_SDK_CUB_WARP_WARP_STORE_CUH

#include "../__musify_cub.cuh"

#endif
