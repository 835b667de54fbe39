//===- thread_reduce.cuh - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_THREAD_THREAD_REDUCE_CUH
#define MUSIFY_SDK_CUB_THREAD_THREAD_REDUCE_CUH

#include "../__musify_cub.cuh"

#endif
