// A verdict stands in the function, not where a macro gives a number its name;
// in a macro with arguments it stands in the macro, once.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
#include <cuda_runtime.h>
#define FULL 0xffffffff
#define LANES warpSize
#define FIRST(V) __shfl_sync(FULL, V, 0)
// CHECK: cu:[[#@LINE-1]]:18: warning: {{.*}} `__shfl_sync(FULL, V, 0)` has no width argument; {{.*}} pass 32 [MUSA0202
__device__ int a(int V) { return FIRST(V); }
__device__ int b(int W) { return FIRST(W + 1); }
// One finding a function.
__device__ int c(int V) {
  V += __shfl_sync(FULL, V, 1);
  // CHECK: cu:[[#@LINE-1]]:8: warning: {{.*}} pass 32; 2 more in this function [MUSA0202
  V += __shfl_sync(FULL, V, 2);
  return __shfl_sync(FULL, V, 3);
}
__global__ void mask(int *P) {
  P[threadIdx.x % LANES] = __any_sync(FULL, *P);
  // CHECK: cu:[[#@LINE-1]]:28: warning: `FULL` has bits for 32 lanes
}
__global__ void mixed(int *P) {
  P[threadIdx.x / LANES] = threadIdx.x % 32;
  // CHECK: cu:[[#@LINE-1]]:19: error: {{.*}} (`threadIdx.x % 32`) [MUSA0201
}
