//===- curand.h - The cuRAND host API -------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_H
#define MUSIFY_SDK_CURAND_H

#define CURAND_H_
#include "cuda_runtime_api.h"
#include "library_types.h"

#define CURAND_VERSION (CURAND_VER_MAJOR * 1000 + CURAND_VER_MINOR * 100 + CURAND_VER_PATCH)
#define CURAND_VER_BUILD 35
#define CURAND_VER_MAJOR 10
#define CURAND_VER_MINOR 4
#define CURAND_VER_PATCH 0

#define MUSIFY_RESULT curandStatus_t
#if __has_include("__musify_gen/curand.h")
#include "__musify_gen/curand.h"
#endif


#endif
