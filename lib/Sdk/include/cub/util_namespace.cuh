//===- util_namespace.cuh - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_UTIL_NAMESPACE_CUH
#define MUSIFY_SDK_CUB_UTIL_NAMESPACE_CUH

#include "__musify_cub.cuh"

#endif
