//===- util_macro.cuh - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_UTIL_MACRO_CUH
#define MUSIFY_SDK_CUB_UTIL_MACRO_CUH

#include "__musify_cub.cuh"

#endif
