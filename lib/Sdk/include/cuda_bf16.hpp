//===- cuda_bf16.hpp - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_BF16_HPP
#define MUSIFY_SDK_CUDA_BF16_HPP

#include "cuda_bf16.h"

#endif
