//===- block_exchange.cuh - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_BLOCK_BLOCK_EXCHANGE_CUH
#define MUSIFY_SDK_CUB_BLOCK_BLOCK_EXCHANGE_CUH

#include "../__musify_cub.cuh"

#endif
