//===- util_cpp_dialect.cuh - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_UTIL_CPP_DIALECT_CUH
#define MUSIFY_SDK_CUB_UTIL_CPP_DIALECT_CUH

#include "__musify_cub.cuh"

#endif
