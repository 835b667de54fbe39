// With --launch=api a divided launch becomes a call as others do.
// RUN: %port %s --launch=api | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
__global__ void k(int *P);
void f(int *P) {
  k<< <1, 2>> >(P);
// CHECK: {{ *}}[&] { auto *musifyKernel = k; musaLaunchConfig_t musifyConfig = {}; musifyConfig.gridDim = dim3(1); musifyConfig.blockDim = dim3( 2); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
}
#ifdef OTHER
void h(int *P) { k<< <1, 2>> >(P); }
// CHECK: void h(int *P) { k<<<1, 2>>>(P); }
#endif
// CHECK: === said, exit status 1
// CHECK: {{.*}}no parse saw this kernel launch{{.*}}
