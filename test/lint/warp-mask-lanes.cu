// A bit for each warp of a block is no mask of lanes; one for each lane is,
// through variables and groups as well.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
#include <cooperative_groups.h>
#include <cuda_runtime.h>
namespace cg = cooperative_groups;
__global__ void warpsOfABlock(int *P) {
  int Warps = (1 << (blockDim.x / warpSize)) - 1;
  P[threadIdx.x / warpSize] = Warps >> (blockDim.x + warpSize - 1) / warpSize;
}
__global__ void lowerLanes(unsigned *P) {
  int Lane = threadIdx.x % warpSize;
  *P &= (1u << Lane) - 1;
  // CHECK: cu:[[#@LINE-1]]:10: warning: `1u << Lane` has bits for 32 lanes
}
__global__ void variable(int *P) {
  unsigned Mask = 0xffffffff;
  P[threadIdx.x / warpSize] = __any_sync(Mask, *P);
  // CHECK: cu:[[#@LINE-1]]:31: warning: `Mask` has bits for 32 lanes
}
__global__ void someOf32(int *P, int N) {
  const unsigned Mask = ~0u >> (32 - N);
  P[threadIdx.x / warpSize] = __any_sync(Mask, *P);
  // CHECK: cu:[[#@LINE-1]]:31: warning: `Mask` has bits for 32 lanes
}
__global__ void group(unsigned *P) {
  unsigned Lane = threadIdx.x & (warpSize - 1);
  auto Active = cg::coalesced_threads();
  P[Lane] = Active.ballot(*P);
  // CHECK: cu:[[#@LINE-1]]:13: warning: `Active.ballot(*P)` has bits for 32 lanes
}
