// Known faults of MUSA's compiler are told with the SDK they were seen with; the
// same on the host is none.
// RUN: not %musify lint --no-config %s 2>&1 | FileCheck %s
#include <cuda_runtime.h>
using Wide = __uint128_t;
__device__ Wide divide(Wide A, Wide B) { return A / B; }
// CHECK: compiler-trap.cu:6:49: warning: mcc crashes when it divides `unsigned __int128` in device code; {{.*}}; seen with MUSA SDK 4.3.6 and 5.2.0 (rule `trap-uint128-division`) [MUSA0901 compiler-trap]
Wide onHost(Wide A, Wide B) { return A / B; }
__device__ Wide times(Wide A, Wide B) { return A * B; }
__device__ long narrow(long A, long B) { return A / B; }
__global__ void count(int *Sum) { atomicAdd_system(Sum, 1); }
// CHECK-NOT: compiler-trap.cu:{{8|9|10}}:
// CHECK: compiler-trap.cu:11:35: warning: mcc may not end {{.*}} SDK 4.3.3 {{.*}}[MUSA0901 compiler-trap]
__global__ void add(int *Sum) { atomicAdd(Sum, 1); }
// CHECK-NOT: MUSA0901
__device__ Wide shift(Wide A, int N) { return A << N; }
// CHECK: compiler-trap.cu:[[#@LINE-1]]:47: warning: mcc cannot select a shift of a 128-bit number by a variable {{.*}}[MUSA0901 compiler-trap]
__device__ Wide shiftByNumber(Wide A) { return A << 64; }
// CHECK-NOT: MUSA0901
