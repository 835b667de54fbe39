//===- cuda_fp4.hpp - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_FP4_HPP
#define MUSIFY_SDK_CUDA_FP4_HPP

#include "cuda_fp4.h"

#endif
