//===- warp_exchange.cuh - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_WARP_WARP_EXCHANGE_CUH
#define MUSIFY_SDK_CUB_WARP_WARP_EXCHANGE_CUH

#include "../__musify_cub.cuh"

#endif
