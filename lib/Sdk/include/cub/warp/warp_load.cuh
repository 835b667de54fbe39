//===- warp_load.cuh - Forwards ---------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_WARP_WARP_LOAD_CUH
#define MUSIFY_SDK_CUB_WARP_WARP_LOAD_CUH

#include "../__musify_cub.cuh"

#endif
