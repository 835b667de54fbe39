//===- thread_operators.cuh - Forwards ------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_THREAD_THREAD_OPERATORS_CUH
#define MUSIFY_SDK_CUB_THREAD_THREAD_OPERATORS_CUH

#include "../__musify_cub.cuh"

#endif
