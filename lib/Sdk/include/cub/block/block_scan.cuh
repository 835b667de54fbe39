//===- block_scan.cuh - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_BLOCK_BLOCK_SCAN_CUH
#define MUSIFY_SDK_CUB_BLOCK_BLOCK_SCAN_CUH

#include "../__musify_cub.cuh"

#endif
