//===- cuda_awbarrier_primitives.h - Arrive-wait barriers -------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_AWBARRIER_PRIMITIVES_H
#define MUSIFY_SDK_CUDA_AWBARRIER_PRIMITIVES_H

#include "cuda_runtime.h"

#ifdef __CUDACC__
typedef uint64_t __mbarrier_t;
typedef uint64_t __mbarrier_token_t;
__device__ uint32_t __mbarrier_maximum_count();
__device__ void __mbarrier_init(__mbarrier_t *, uint32_t);
__device__ void __mbarrier_inval(__mbarrier_t *);
__device__ __mbarrier_token_t __mbarrier_arrive(__mbarrier_t *);
__device__ __mbarrier_token_t __mbarrier_arrive_and_drop(__mbarrier_t *);
__device__ bool __mbarrier_test_wait(__mbarrier_t *, __mbarrier_token_t);
__device__ bool __mbarrier_test_wait_parity(__mbarrier_t *, bool);
__device__ bool __mbarrier_try_wait(__mbarrier_t *, __mbarrier_token_t, uint32_t = 0);
__device__ uint32_t __mbarrier_token_pending_count(__mbarrier_token_t);
#endif

#endif
