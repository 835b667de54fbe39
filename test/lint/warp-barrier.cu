// `__syncwarp` waits for the lanes of a mask of 32 bits, whatever `warpSize` is.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not=': warning:' --implicit-check-not=': error:'
#include <cuda_runtime.h>
__global__ void halves(float *S) {
  for (int N = blockDim.x / 2; N > 0; N /= 2) {
    S[threadIdx.x] += S[threadIdx.x + N];
    if (N > warpSize / 2)
      __syncthreads();
    else
      __syncwarp();
    // CHECK: cu:[[#@LINE-1]]:7: warning: `__syncwarp()` waits for the 32 lanes of a mask, but this function uses `warpSize`, which is larger on some architectures [MUSA0203 warp-mask]
  }
}
__device__ void masked(float *S) {
  S[threadIdx.x % warpSize] = 0;
  __syncwarp(0xffffffff);
  // CHECK: cu:[[#@LINE-1]]:3: warning: `__syncwarp(0xffffffff)` waits
}
// The lanes that the caller names, 32 lanes throughout, and a shuffle's mask,
// which is the finding.
__device__ void given(float *S, unsigned Mask) {
  S[threadIdx.x % warpSize] = 0;
  __syncwarp(Mask);
}
__device__ void of32(float *S) {
  S[threadIdx.x % 32] = 0;
  __syncwarp();
}
__device__ float sum(float V) {
  for (int O = warpSize / 2; O > 0; O /= 2)
    V += __shfl_down_sync(0xffffffff, V, O);
  // CHECK: cu:[[#@LINE-1]]:10: warning: `0xffffffff` has bits for 32 lanes
  __syncwarp();
  return V;
}
