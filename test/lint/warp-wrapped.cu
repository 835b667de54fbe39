// A helper that shuffles through a wrapper, over a width that is 32 if its caller gives no other.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
#include <cuda_runtime.h>
template <class T> __device__ T shflXor(T V, int M) { return __shfl_xor_sync(~0u, V, M); }
template <class T, int Width = 32> __device__ T sumOf(T V) {
  for (int M = Width / 2; M > 0; M >>= 1)
    V += shflXor(V, M);
  return V;
}
template <class T> __device__ void addSum(T *Out, T V) {
  V = sumOf(V);
  // CHECK: cu:[[#@LINE-1]]:7: error: `warpSize` is 128 on mp_21 and mp_22 and this function uses it, but `sumOf` assumes 32 lanes (`for (int M = Width / 2; M > 0; ...)`) [MUSA0201 warp-size-mixed]
  if ((threadIdx.x & (warpSize - 1)) == 0)
    atomicAdd(Out, V);
}
// Another width, and one that the caller must give.
template <class T, int Width = 64> __device__ T sumOf64(T V) {
  for (int M = Width / 2; M > 0; M >>= 1)
    V += shflXor(V, M);
  return V;
}
template <int Width, class T> __device__ T sumOfAny(T V) {
  for (int M = Width / 2; M > 0; M >>= 1)
    V += shflXor(V, M);
  return V;
}
template <class T> __device__ T other(T V) { return sumOf64(V) + sumOfAny<8>(V) + threadIdx.x % warpSize; }
