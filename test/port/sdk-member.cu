// Members of the SDK's structs and the built-in variables keep their names.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

int f(int Device) {
  cudaDeviceProp Prop; // CHECK: musaDeviceProp Prop;
  cudaGetDeviceProperties(&Prop, Device); // CHECK: musaGetDeviceProperties(&Prop, Device);
  cudaDeviceProp *P = &Prop;
  return Prop.major * 10 + P->minor + Prop.warpSize + P->multiProcessorCount; // CHECK: return Prop.major * 10 + P->minor + Prop.warpSize + P->multiProcessorCount;
}
__global__ void k(int *P) {
  P[threadIdx.x] = warpSize; // CHECK: P[threadIdx.x] = warpSize;
}

// CHECK: === said, exit status 0
// CHECK: by engine: ast 3, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
