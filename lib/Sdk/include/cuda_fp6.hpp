//===- cuda_fp6.hpp - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_FP6_HPP
#define MUSIFY_SDK_CUDA_FP6_HPP

#include "cuda_fp6.h"

#endif
