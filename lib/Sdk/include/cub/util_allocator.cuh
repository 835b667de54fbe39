//===- util_allocator.cuh - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_UTIL_ALLOCATOR_CUH
#define MUSIFY_SDK_CUB_UTIL_ALLOCATOR_CUH

#include "__musify_cub.cuh"

#endif
