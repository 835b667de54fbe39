//===- util_math.cuh - Forwards ---------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_UTIL_MATH_CUH
#define MUSIFY_SDK_CUB_UTIL_MATH_CUH

#include "__musify_cub.cuh"

#endif
