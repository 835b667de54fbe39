// A shared array with room for 32 lanes, in rows and with more than one element
// for a lane.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
#include <cuda_runtime.h>
__global__ void row(float *P, int I) {
  __shared__ float Rows[4][32], Wide[4][128];
  int Lane = threadIdx.x % warpSize;
  Wide[I][Lane] = *P;
  Rows[I][Lane] = *P;
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}} `Rows[I][Lane]` reaches beyond the end of the array [MUSA0204
}
constexpr int Each = 8;
__global__ void scaled(float *P) {
  __shared__ float Some[32 * Each], All[128 * Each];
  int At = Each * (threadIdx.x % warpSize);
  All[At] = *P;
  *P = Some[At];
  // CHECK: cu:[[#@LINE-1]]:8: error: {{.*}} `Some[At]` reaches beyond the end of the array [MUSA0204
}
