// Device code is called the same on MUSA: types, built-ins, intrinsics,
// attributes.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_fp16.h>

__constant__ float Table[4]; // CHECK: __constant__ float Table[4];
__device__ __forceinline__ float sum(float X) { // CHECK: __device__ __forceinline__ float sum(float X) {
  for (int I = 16; I; I /= 2)
    X += __shfl_xor_sync(0xffffffffu, X, I); // CHECK: X += __shfl_xor_sync(0xffffffffu, X, I);
  return X;
}
__global__ void __launch_bounds__(256) k(float4 *V, __half *H, half2 *H2, int *N) { // CHECK: __global__ void __launch_bounds__(256) k(float4 *V, __half *H, half2 *H2, int *N) {
  __shared__ half Tile[32];      // CHECK: __shared__ half Tile[32];
  int I = blockIdx.x * blockDim.x + threadIdx.x; // CHECK: int I = blockIdx.x * blockDim.x + threadIdx.x;
  V[I] = make_float4(1, 2, 3, sum(Table[I & 3])); // CHECK: V[I] = make_float4(1, 2, 3, sum(Table[I & 3]));
  Tile[threadIdx.x] = __float2half(1.0f);  // CHECK: Tile[threadIdx.x] = __float2half(1.0f);
  H2[I] = __hadd2(H2[I], H2[I]); // CHECK: H2[I] = __hadd2(H2[I], H2[I]);
  atomicAdd(N, __popc(I));       // CHECK: atomicAdd(N, __popc(I));
  __syncthreads();               // CHECK: __syncthreads();
  H[I] = Tile[0];
}
dim3 Grid(1, 2, 3); // CHECK: dim3 Grid(1, 2, 3);

// CHECK: === said, exit status 0
// CHECK: 1 edit
// CHECK-NEXT: by rule: header 1
// CHECK-NEXT: by engine: preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
