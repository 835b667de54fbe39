// Block and grid reductions that both kernels of the example use.
#pragma once

#include <cuda_runtime.h>

#include <stdexcept>
#include <string>

#if defined(__CUDACC__)
#define REDUCE_HOST_DEVICE __host__ __device__ __forceinline__
#else
#define REDUCE_HOST_DEVICE inline
#endif

// Warp sums are only as fast as the shuffles of the architecture.
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ < 300
#error "reduce.cuh needs warp shuffles"
#endif

namespace reduce {

inline void check(cudaError_t status, const char *what) {
  if (status != cudaSuccess)
    throw std::runtime_error(std::string(what) + ": " +
                             cudaGetErrorString(status));
}
#define REDUCE_CHECK(call) ::reduce::check((call), #call)

// Defines the functor `Name` with its neutral element.
#define REDUCE_OPERATOR(Name, Neutral, Expression)                             \
  template <typename T> struct Name {                                          \
    static REDUCE_HOST_DEVICE T neutral() { return Neutral; }                  \
    REDUCE_HOST_DEVICE T operator()(T a, T b) const { return Expression; }     \
  }

REDUCE_OPERATOR(Sum, T(0), a + b);
REDUCE_OPERATOR(Product, T(1), a *b);

constexpr unsigned FullMask = 0xffffffffu;
constexpr int WarpSize = 32;

#ifdef __CUDACC__
template <typename T, typename Op> __device__ T warpReduce(T value, Op op) {
#pragma unroll
  for (int offset = WarpSize / 2; offset > 0; offset /= 2)
    value = op(value, __shfl_down_sync(FullMask, value, offset));
  return value;
}

template <int Threads, typename T, typename Op>
__device__ T blockReduce(T value, Op op) {
  static_assert(Threads % WarpSize == 0, "whole warps only");
  __shared__ T partial[Threads / WarpSize];
  const int lane = threadIdx.x % WarpSize, warp = threadIdx.x / WarpSize;
  value = warpReduce(value, op);
  if (lane == 0)
    partial[warp] = value;
  __syncthreads();
  value = threadIdx.x < Threads / WarpSize ? partial[lane] : Op::neutral();
  return warp == 0 ? warpReduce(value, op) : value;
}

template <int Threads, typename T, typename Op>
__global__ void reduceKernel(const T *__restrict__ in, T *__restrict__ out,
                             size_t count, Op op) {
  T value = Op::neutral();
  for (size_t i = blockIdx.x * size_t(Threads) + threadIdx.x; i < count;
       i += size_t(gridDim.x) * Threads)
    value = op(value, __ldg(in + i));
  value = blockReduce<Threads>(value, op);
  if (threadIdx.x == 0)
    out[blockIdx.x] = value;
}

// Reduces `count` values of `in` into `*out`; `scratch` holds `blocks` values.
template <int Threads = 256, typename T, typename Op>
void launchReduce(const T *in, T *out, T *scratch, size_t count, int blocks,
                  Op op, cudaStream_t stream) {
  reduceKernel<Threads><<<blocks, Threads, 0, stream>>>(in, scratch, count, op);
  REDUCE_CHECK(cudaPeekAtLastError());
  reduceKernel<Threads>
      <<<1, Threads, 0, stream>>>(scratch, out, size_t(blocks), op);
  REDUCE_CHECK(cudaPeekAtLastError());
}
#endif // __CUDACC__

float sum(const float *device, size_t count, cudaStream_t stream);
double norm(const double *device, size_t count, cudaStream_t stream);

} // namespace reduce
