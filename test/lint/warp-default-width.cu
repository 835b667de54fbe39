// A shuffle over all of `warpSize` lanes under a mask of 32 bits, also where
// the width is what a parameter has if a caller gives none.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not=': warning:' --implicit-check-not=': error:'
#include <cuda_runtime.h>
template <typename T> __device__ T *shufflePointer(unsigned Mask, T *P, int Lane, int Width = warpSize) {
  unsigned long long Bits = (unsigned long long)P;
  return (T *)__shfl_sync(Mask, Bits, Lane, Width);
  // CHECK: cu:[[#@LINE-1]]:15: warning: `Mask` has bits for 32 lanes, but this function uses `warpSize`, which is larger on some architectures [MUSA0203 warp-mask]
}
__device__ int broadcast(unsigned Mask, int V) {
  return __shfl_sync(Mask, V, 0, warpSize);
  // CHECK: cu:[[#@LINE-1]]:10: warning: `Mask` has bits for 32 lanes
}
__device__ int narrow(unsigned Mask, int V, int Width = 32) { return __shfl_sync(Mask, V, 0, Width); }
__device__ int given(unsigned Mask, int V, int Width) { return __shfl_sync(Mask, V, 0, Width); }
