//===- cuda_pipeline_primitives.h - Asynchronous copies ---------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_PIPELINE_PRIMITIVES_H
#define MUSIFY_SDK_CUDA_PIPELINE_PRIMITIVES_H

#include "cuda_awbarrier_primitives.h"

#ifdef __CUDACC__
__device__ void __pipeline_memcpy_async(void *, const void *, size_t, size_t = 0);
__device__ void __pipeline_commit();
__device__ void __pipeline_wait_prior(size_t);
__device__ void __pipeline_arrive_on(__mbarrier_t *);
#endif

#endif
