//===- cuda_device_runtime_api.h - Forwards -------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_DEVICE_RUNTIME_API_H
#define MUSIFY_SDK_CUDA_DEVICE_RUNTIME_API_H

#include "cuda_runtime.h"

#endif
