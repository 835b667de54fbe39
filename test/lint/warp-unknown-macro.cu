// A function that Clang does not take for one of the device, since the macro before it is in a header that is not there:
// judged by the text.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
#include "ours/macros.h"
#include <cuda_runtime.h>
template <class T> OURS_DEVICE T uniform(T V) {
  return __shfl_sync(0xffffffff, V, 0);
  // CHECK: cu:[[#@LINE-1]]:10: warning: {{.*}}`__shfl_sync(0xffffffff, V, 0)` has no width argument{{.*}}MUSA0202
}
OURS_DEVICE int mixed(int *Out) {
  Out[threadIdx.x / warpSize] = threadIdx.x & 31;
  // CHECK: cu:[[#@LINE-1]]:21: error: {{.*}}MUSA0201
}
// One that Clang knows is told once, and another value in each group is no reason here.
__device__ int known(int V) { return __shfl_sync(0xffffffff, V, 0); }
// CHECK: cu:[[#@LINE-1]]:38: warning: {{.*}}MUSA0202
__global__ void common(int *V) { V[threadIdx.x] = __shfl_sync(0xffffffff, *V + V[threadIdx.x & 7], 0, 32); }
