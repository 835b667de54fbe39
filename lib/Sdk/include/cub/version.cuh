//===- version.cuh - Forwards ---------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_VERSION_CUH
#define MUSIFY_SDK_CUB_VERSION_CUH

#include "__musify_cub.cuh"

#endif
