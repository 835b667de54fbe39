//===- cublas_api.h - The cuBLAS API --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUBLAS_API_H
#define MUSIFY_SDK_CUBLAS_API_H

#define CUBLAS_API_H_
#include "cuComplex.h"
#include "cuda_fp16.h"
#include "cuda_bf16.h"
#include "cuda_runtime_api.h"
#include "library_types.h"

#define MUSIFY_RESULT cublasStatus_t
#if __has_include("__musify_gen/cublas.h")
#include "__musify_gen/cublas.h"
#ifdef __cplusplus
#include "__musify_overloads/cublas.h"
#endif
#endif

#endif
