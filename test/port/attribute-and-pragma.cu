// Attributes and pragmas are called the same.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
extern __shared__ float Tile[];                    // CHECK: extern __shared__ float Tile[];
__host__ __device__ __noinline__ int f(int X) { return X; } // CHECK: __host__ __device__ __noinline__ int f(int X) { return X; }
__managed__ int Counter;                           // CHECK: __managed__ int Counter;
__global__ void k(const int *__restrict__ P) {     // CHECK: __global__ void k(const int *__restrict__ P) {
#pragma unroll 4                                   // CHECK: #pragma unroll 4
  for (int I = 0; I < 4; ++I)
    Tile[I] = __ldg(P + I);                        // CHECK: Tile[I] = __ldg(P + I);
}

// CHECK: === said, exit status 0
// CHECK: 1 edit
// CHECK-NEXT: by rule: header 1
