//===- cuda_pipeline.h - Pipelines of asynchronous copies -------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_PIPELINE_H
#define MUSIFY_SDK_CUDA_PIPELINE_H

#include "cuda_awbarrier.h"
#include "cuda_pipeline_primitives.h"

#ifdef __CUDACC__
namespace nvcuda {
namespace experimental {
class pipeline {
public:
  __device__ size_t commit();
  __device__ void commit_and_wait();
  __device__ void wait(size_t);
  template <unsigned _N> __device__ void wait_prior();
  __device__ void arrive_on(awbarrier &);
};
template <class _T> __device__ void memcpy_async(_T &, const _T &, pipeline &);
} // namespace experimental
} // namespace nvcuda
#endif

#endif
