//===- util_arch.cuh - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_UTIL_ARCH_CUH
#define MUSIFY_SDK_CUB_UTIL_ARCH_CUH

#include "__musify_cub.cuh"

#endif
