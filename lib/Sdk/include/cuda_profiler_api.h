//===- cuda_profiler_api.h - Forwards -------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_PROFILER_API_H
#define MUSIFY_SDK_CUDA_PROFILER_API_H

#include "cuda_runtime_api.h"

#endif
