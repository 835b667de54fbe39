//===- cuda_awbarrier.h - The barrier class ---------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_AWBARRIER_H
#define MUSIFY_SDK_CUDA_AWBARRIER_H

#include "cuda_awbarrier_primitives.h"

#ifdef __CUDACC__
namespace nvcuda {
namespace experimental {
class awbarrier {
public:
  class arrival_token {};
  __device__ arrival_token arrive();
  __device__ arrival_token arrive_and_drop();
  __device__ bool timed_wait(arrival_token, uint32_t);
  __device__ bool timed_wait_parity(bool, uint32_t);
  __device__ void wait(arrival_token);
  __device__ void arrive_and_wait();
  static __device__ constexpr ptrdiff_t max() { return 1 << 20; }
};
__device__ void init(awbarrier *, ptrdiff_t);
} // namespace experimental
} // namespace nvcuda
#endif

#endif
