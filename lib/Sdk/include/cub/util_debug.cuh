//===- util_debug.cuh - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_UTIL_DEBUG_CUH
#define MUSIFY_SDK_CUB_UTIL_DEBUG_CUH

#include "__musify_cub.cuh"

#endif
