// Lanes counted in 32s and by `warpSize` in one function, or by a function and the helper that shuffles for it, where no
// parse saw them.
// RUN: not %musify lint %s --no-config -q --engine=lexer >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
// RUN: %musify lint %s --no-config -q --engine=lexer --arch mp_31
#include <cuda_runtime.h>
#define WARP_BITS 5
constexpr int Lanes = 32;
__global__ void literal(int *Out) {
  Out[threadIdx.x / warpSize] = threadIdx.x & 31;
  // CHECK: cu:[[#@LINE-1]]:21: error: `warpSize` is 128 on mp_21 and mp_22, but this function also assumes 32 lanes (`threadIdx.x & 31`) [MUSA0201 warp-size-mixed]
}
__global__ void throughNames(int *Out) {
  int Tid = threadIdx.x + blockIdx.x * blockDim.x;
  Out[Tid % warpSize] = Tid >> WARP_BITS;
  // CHECK: cu:[[#@LINE-1]]:13: error: {{.*}}(`Tid >> WARP_BITS`)
}
template <class T> __global__ void __launch_bounds__(256) last(T *Out) {
  int lane = threadIdx.x & (Lanes - 1);
  if ((threadIdx.x % warpSize) == warpSize - 1)
    // CHECK: cu:[[#@LINE-1]]:22: error: {{.*}}(`threadIdx.x & (Lanes - 1)`)
    *Out = lane;
}
__device__ auto trailing(int N) -> unsigned {
  unsigned Blocks = (blockDim.x + 31) / 32;
  return Blocks * warpSize;
  // CHECK: cu:[[#@LINE-1]]:19: error: {{.*}}(`(blockDim.x + 31) / 32`)
}
__device__ float loop(float V) {
  for (int O = 16; O > 0; O >>= 1)
    V += __shfl_down_sync(0xffffffff, V, O);
  return threadIdx.x % warpSize ? 0 : V;
  // CHECK: cu:[[#@LINE-1]]:24: error: {{.*}}(`for (int O = 16; O > 0; ...)`)
}
__device__ float risingLoop(float V) {
  for (int O = 1; O < Lanes; O *= 2) {
    V += __shfl_xor_sync(0xffffffff, V, O);
  }
  return threadIdx.x % warpSize ? 0 : V;
  // CHECK: cu:[[#@LINE-1]]:24: error: {{.*}}(`for (int O = 1; O < Lanes; ...)`)
}
__device__ float width(float V) {
  V += __shfl_down_sync(~0u, V, 1, 32);
  return V * (threadIdx.x / warpSize);
  // CHECK: cu:[[#@LINE-1]]:29: error: {{.*}}(`__shfl_down_sync(~0u, V, 1, 32)`)
}
__global__ void tile(int *Out) {
  auto Tile = cg::tiled_partition<32>(cg::this_thread_block());
  Out[threadIdx.x / warpSize] = Tile.thread_rank();
  // CHECK: cu:[[#@LINE-1]]:21: error: {{.*}}(`tiled_partition<32>`)
}
__global__ void lastLane(int *Out) {
  if (threadIdx.x % warpSize == 31)
    *Out = 1;
  // CHECK: cu:[[#@LINE-2]]:21: error: {{.*}}(`warpSize == 31`)
}
__global__ void assertion() {
  assert(warpSize == 32);
  // CHECK: cu:[[#@LINE-1]]:10: error: `warpSize` is 128 on mp_21 and mp_22, so `warpSize == 32` evaluates differently there
}
__device__ float sumOf32(float V) {
  for (int O = 16; O > 0; O >>= 1)
    V += __shfl_down_sync(0xffffffff, V, O);
  return V;
}
__global__ void calls(float *Out) {
  if (threadIdx.x % warpSize == 0)
    *Out = sumOf32(Out[1]);
  // CHECK: cu:[[#@LINE-1]]:12: error: `warpSize` is 128 on mp_21 and mp_22 and this function uses it, but `sumOf32` assumes 32 lanes (`for (int O = 16; O > 0; ...)`)
}
__device__ float sumOfAll(float V) {
  for (int O = warpSize / 2; O > 0; O >>= 1)
    V += __shfl_down_sync(Mask, V, O);
  return V;
}
__global__ void callsTheOther(float *Out) {
  if (threadIdx.x % 32 == 0)
    *Out = sumOfAll(Out[1]);
  // CHECK: cu:[[#@LINE-1]]:12: error: `warpSize` is 128 on mp_21 and mp_22 and `sumOfAll` uses it, but its caller assumes 32 lanes (`threadIdx.x % 32`)
}
#define REDUCE(V)                                                                                                      \
  for (int O = 16; O > 0; O /= 2)                                                                                      \
    V += __shfl_down_sync(0xffffffff, V, O);                                                                           \
  V = threadIdx.x % warpSize
// CHECK: cu:[[#@LINE-1]]:21: error: {{.*}}(`for (int O = 16; O > 0; ...)`)

// Not both: one way throughout, data, branches that exclude each other, another vendor's branch, a helper that counts
// for itself, and a method.
__global__ void by32(int *Out) { Out[threadIdx.x >> 5] = threadIdx.x & 31; }
__global__ void bySize(int *Out) { Out[threadIdx.x / warpSize] = threadIdx.x % warpSize; }
__global__ void data(int *Out, const int *In, int N) {
  for (int I = threadIdx.x; I < N; I += warpSize)
    Out[I / 32] = In[I] & 31 | In[N % 32] >> 5 | threadIdx.x * 4 % 32;
}
__global__ void branches(int *Out) {
#ifdef BY_SIZE
  Out[0] = threadIdx.x % warpSize;
#else
  Out[0] = threadIdx.x % 32;
#endif
}
__global__ void vendors(int *Out) {
#ifdef __HIP_PLATFORM_AMD__
  Out[1] = threadIdx.x % warpSize;
#endif
  Out[0] = threadIdx.x % 32;
}
__device__ float blockSum(float V) {
  __shared__ float Sums[32];
  Sums[threadIdx.x / 32] = sumOf32(V);
  __syncthreads();
  return Sums[0];
}
__global__ void callsBlock(float *Out, Group G) {
  if (threadIdx.x % warpSize == 0)
    *Out = blockSum(Out[1]) + G.sumOf32(V);
}
__global__ void otherSize(int *Out) {
  if (warpSize == 64)
    Out[threadIdx.x % 32] = 0;
}
// Two functions, of which each counts in one way.
#ifdef HALF
__global__ void one(half *Out) {
#else
__global__ void one(int *Out) {
#endif
  Out[threadIdx.x % 32] = 0;
}
__global__ void two(int *Out) { Out[threadIdx.x % warpSize] = 0; }
