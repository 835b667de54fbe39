//===- cuda_fp8.hpp - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_FP8_HPP
#define MUSIFY_SDK_CUDA_FP8_HPP

#include "cuda_fp8.h"

#endif
