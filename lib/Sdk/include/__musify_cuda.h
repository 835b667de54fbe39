//===- __musify_cuda.h - What nvcc includes before every .cu ----*- C++ -*-===//
#ifndef MUSIFY_SDK_MUSIFY_CUDA_H
#define MUSIFY_SDK_MUSIFY_CUDA_H

#include "cuda_runtime.h"

#endif
