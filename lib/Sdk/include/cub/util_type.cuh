//===- util_type.cuh - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_UTIL_TYPE_CUH
#define MUSIFY_SDK_CUB_UTIL_TYPE_CUH

#include "__musify_cub.cuh"

#endif
