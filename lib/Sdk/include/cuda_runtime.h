//===- cuda_runtime.h - The CUDA runtime in C++ -----------------*- C++ -*-===//
//
// The C API, the templates around it, and in a CUDA compile the device side.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SDK_CUDA_RUNTIME_H
#define MUSIFY_SDK_CUDA_RUNTIME_H

#define __CUDA_RUNTIME_H__
#include "cuda_runtime_api.h"
#include "driver_functions.h"
#include "vector_functions.h"

#ifdef __cplusplus
#include "__musify_runtime_templates.h"
#ifdef __CUDA__
#include "__musify_device.h"
#include "__musify_texture.h"
#endif
#endif

#endif
