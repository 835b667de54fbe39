//===- generated_cuda_runtime_api_meta.h - Forwards -----------*- C++ -*-===//
#ifndef MUSIFY_SDK_GENERATED_CUDA_RUNTIME_API_META_H
#define MUSIFY_SDK_GENERATED_CUDA_RUNTIME_API_META_H

#include "cupti.h"

#endif
