//===- cuda_awbarrier_helpers.h - Forwards --------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_AWBARRIER_HELPERS_H
#define MUSIFY_SDK_CUDA_AWBARRIER_HELPERS_H

#include "cuda_awbarrier_primitives.h"

#endif
