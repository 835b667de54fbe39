//===- block_histogram.cuh - Forwards -------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_BLOCK_BLOCK_HISTOGRAM_CUH
#define MUSIFY_SDK_CUB_BLOCK_BLOCK_HISTOGRAM_CUH

#include "../__musify_cub.cuh"

#endif
