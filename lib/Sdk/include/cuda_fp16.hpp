//===- cuda_fp16.hpp - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_FP16_HPP
#define MUSIFY_SDK_CUDA_FP16_HPP

#include "cuda_fp16.h"

#endif
