//===- config.cuh - Forwards ----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_CONFIG_CUH
#define MUSIFY_SDK_CUB_CONFIG_CUH

#include "__musify_cub.cuh"

#endif
