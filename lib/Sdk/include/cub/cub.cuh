//===- cub.cuh - Forwards -------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_CUB_CUH
#define MUSIFY_SDK_CUB_CUB_CUH

#include "__musify_cub.cuh"

#endif
