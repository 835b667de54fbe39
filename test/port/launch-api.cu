// --launch=api writes a call of `musaLaunchKernelEx`. Names in the
// configuration and the arguments are ported as everywhere.
// RUN: %port %s --launch=api | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
__global__ void fill(int *P, int Kind);
__global__ void none();

void f(int *P, cudaStream_t S) { // CHECK: void f(int *P, musaStream_t S) {
  fill<<<1, 32>>>(P, cudaMemcpyDefault);
  // CHECK: [&] { auto *musifyKernel = fill; musaLaunchConfig_t musifyConfig = {}; musifyConfig.gridDim = dim3(1); musifyConfig.blockDim = dim3( 32); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P, musaMemcpyDefault); }();
  fill<<<dim3(1, 2), P[0] ? 1 : 2, sizeof(cudaEvent_t[2]), cudaStreamPerThread>>>(P, P[1]);
  // CHECK: [&] { auto *musifyKernel = fill; musaLaunchConfig_t musifyConfig = {}; musifyConfig.gridDim = dim3(dim3(1, 2)); musifyConfig.blockDim = dim3( P[0] ? 1 : 2); musifyConfig.dynamicSmemBytes = ( sizeof(musaEvent_t[2])); musifyConfig.stream = ( musaStreamPerThread); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P, P[1]); }();
  none<<<1, 1, 0>>>();
  // CHECK: [&] { auto *musifyKernel = none; musaLaunchConfig_t musifyConfig = {}; musifyConfig.gridDim = dim3(1); musifyConfig.blockDim = dim3( 1); musifyConfig.dynamicSmemBytes = ( 0); return musaLaunchKernelEx(&musifyConfig, musifyKernel); }();
}
// CHECK-NOT: {{.*<<<.*}}
// CHECK: === said, exit status 0
// CHECK: 0 findings
