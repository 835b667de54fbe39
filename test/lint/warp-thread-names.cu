// A parameter holds the number of a thread or lane if its name says so.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
#include <cuda_runtime.h>
__device__ int a(int lane) { return lane % 32 + warpSize; }
// CHECK: cu:[[#@LINE-1]]:49: error: {{.*}} (`lane % 32`) [MUSA0201
__device__ int b(int LaneId) { return LaneId % 32 + warpSize; }
// CHECK: cu:[[#@LINE-1]]:53: error: {{.*}} (`LaneId % 32`) [MUSA0201
__device__ int c(int tid) { return tid % 32 + warpSize; }
// CHECK: cu:[[#@LINE-1]]:47: error: {{.*}} (`tid % 32`) [MUSA0201
__device__ int d(int tidx) { return tidx % 32 + warpSize; }
// CHECK: cu:[[#@LINE-1]]:49: error: {{.*}} (`tidx % 32`) [MUSA0201
__device__ int e(int tx) { return tx % 32 + warpSize; }
// CHECK: cu:[[#@LINE-1]]:45: error: {{.*}} (`tx % 32`) [MUSA0201
__device__ int f(int threadInBlock) { return threadInBlock % 32 + warpSize; }
// CHECK: cu:[[#@LINE-1]]:67: error: {{.*}} (`threadInBlock % 32`) [MUSA0201
__device__ int g(int block_tid) { return block_tid % 32 + warpSize; }
// CHECK: cu:[[#@LINE-1]]:59: error: {{.*}} (`block_tid % 32`) [MUSA0201

// Other numbers.
__device__ int h(int tidy) { return tidy % 32 + warpSize; }
__device__ int i(int txt) { return txt % 32 + warpSize; }
__device__ int j(int column) { return column % 32 + warpSize; }
__device__ int k(int tid_count) { return tid_count % 32 + warpSize; }
