// Masks of 32 lanes in functions that use `warpSize`, where no parse saw them.
// RUN: not %musify lint %s --no-config -q --engine=lexer >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
#include <cuda_runtime.h>
#define FULL_MASK 0xffffffffu
__device__ float sum(float V) {
  for (int O = warpSize / 2; O > 0; O >>= 1)
    V += __shfl_down_sync(0xffffffff, V, O);
  return V; // CHECK: cu:[[#@LINE-1]]:27: warning: `0xffffffff` has bits for 32 lanes, but this function uses `warpSize`, which is larger on some architectures [MUSA0203 warp-mask]
}
__device__ float named(float V) {
  for (int O = warpSize / 2; O > 0; O >>= 1)
    V += __shfl_down_sync(FULL_MASK, V, O);
  return V; // CHECK: cu:[[#@LINE-1]]:27: warning: `FULL_MASK` has bits
}
__device__ int votes(int V) {
  unsigned Votes = __ballot_sync(Mask, V);
  return __popc(Votes) * warpSize;
  // CHECK: cu:[[#@LINE-2]]:20: warning: `__ballot_sync(Mask, V)` has bits
}
__device__ unsigned bit() {
  int lane = threadIdx.x % warpSize;
  return 1u << lane;
  // CHECK: cu:[[#@LINE-1]]:10: warning: `1u << lane` has bits
}
__device__ unsigned below() {
  return (1u << (threadIdx.x & (warpSize - 1))) - 1;
  // CHECK: cu:[[#@LINE-1]]:11: warning: `1u << (threadIdx.x & (warpSize - 1))` has bits
}
__device__ void wait(volatile float *S) {
  for (int N = warpSize; N > 0; N /= 2) {
    S[threadIdx.x] += S[threadIdx.x + N];
    __syncwarp();
    // CHECK: cu:[[#@LINE-1]]:5: warning: `__syncwarp()` waits for the 32 lanes of a mask
  }
}
__device__ float whole(float V) {
  return __shfl_sync(Mask, V, 0, warpSize);
  // CHECK: cu:[[#@LINE-1]]:22: warning: `Mask` has bits
}
__device__ float wide(float V) {
  return __shfl_xor_sync(0xffffffff, V, 32, 64);
  // CHECK: cu:[[#@LINE-1]]:10: error: the width of `__shfl_xor_sync(0xffffffff, V, 32, 64)` exceeds the 32 lanes that a mask can address [MUSA0202 shuffle-width]
}
// A mask of the caller's, 32 lanes throughout, and no mask.
__device__ void given(float *S, unsigned Lanes) {
  S[threadIdx.x % warpSize] = 0;
  __syncwarp(Lanes);
}
__device__ float of32(float V) {
  __syncwarp();
  return __shfl_down_sync(0xffffffff, V, 1) + (1 << (threadIdx.x % 32));
}
__device__ int none() { return 1 << threadIdx.x / warpSize | 1 << (blockDim.x / warpSize); }
__device__ float vendors(float V) { return __shfl_xor(V, 32, 64); }
