// The last lane of 32 in code that counts lanes by `warpSize`.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not=': warning:' --implicit-check-not=': error:'
#include <cuda_runtime.h>
__device__ void storeLast(int *P, int V) {
  int Lane = threadIdx.x & (warpSize - 1);
  if (Lane == 31)
    P[0] = V;
}
// CHECK: cu:5:29: error: `warpSize` is 128 on mp_21 and mp_22, but this function also assumes 32 lanes (`Lane == 31`) [MUSA0201 warp-size-mixed]
__device__ void storeAt(int *P, int V, int Last = 31) {
  int Lane = threadIdx.x % warpSize;
  P[0] = Lane != Last ? 0 : V;
}
// CHECK: cu:11:28: error: {{.*}} (`Lane != Last`)
__device__ void storeFirst(int *P, int V, int Row) {
  int Lane = threadIdx.x % warpSize;
  if (Lane == 0 && Row == 31)
    P[0] = V;
}
