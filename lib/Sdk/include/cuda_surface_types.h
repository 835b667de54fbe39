//===- cuda_surface_types.h - Forwards ------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_SURFACE_TYPES_H
#define MUSIFY_SDK_CUDA_SURFACE_TYPES_H

#include "cuda_runtime.h"

#endif
