// No alarm where the width does not matter: a lane that differs from the own one
// in its last bits, groups of 128 threads, and code that only the first 32 threads reach by a division.
// A fixed lane elsewhere is one.
// RUN: not %musify lint %s --no-config -q | FileCheck %s
#include <cuda_runtime.h>
__device__ int pair(int V) {
  return __shfl_sync(0xffffffffu, V, threadIdx.x & ~1) +
         __shfl_sync(0xffffffffu, V, threadIdx.x ^ 3) +
         __shfl_sync(0xffffffffu, V, 7 | threadIdx.x) + __shfl_sync(0xffffffffu, V, (threadIdx.x & ~3) + 2) +
         __shfl_sync(0xffffffffu, threadIdx.x / 128, 0);
}
__global__ void first(int *P) {
  int V = P[threadIdx.x];
  if (threadIdx.x / 32 == 0)
    P[0] = __shfl_sync(0xffffffffu, V, 31);
  if (!(threadIdx.x >> 5))
    P[1] = __shfl_sync(0xffffffffu, V, 30);
}
// CHECK-NOT: MUSA0202
__device__ int far(int V) {
  return __shfl_sync(0xffffffffu, V, threadIdx.x ^ 32);
  // CHECK: warp-near-lane.cu:[[@LINE-1]]:{{.*}}MUSA0202
}
__device__ int next(int V) {
  return __shfl_sync(0xffffffffu, V, (threadIdx.x & ~3) + 4);
  // CHECK: warp-near-lane.cu:[[@LINE-1]]:{{.*}}MUSA0202
}
__device__ int halves(int V) {
  return __shfl_sync(0xffffffffu, threadIdx.x / 64, 0);
  // CHECK: warp-near-lane.cu:[[@LINE-1]]:{{.*}}MUSA0202
}
__global__ void second(int *P) {
  if (threadIdx.x / 32 == 1)
    P[0] = __shfl_sync(0xffffffffu, P[threadIdx.x], 31);
  // CHECK: warp-near-lane.cu:[[@LINE-1]]:{{.*}}MUSA0202
}
