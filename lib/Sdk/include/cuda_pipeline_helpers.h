//===- cuda_pipeline_helpers.h - Forwards ---------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_PIPELINE_HELPERS_H
#define MUSIFY_SDK_CUDA_PIPELINE_HELPERS_H

#include "cuda_pipeline_primitives.h"

#endif
