//===- util_ptx.cuh - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_UTIL_PTX_CUH
#define MUSIFY_SDK_CUB_UTIL_PTX_CUH

#include "__musify_cub.cuh"

#endif
