// Kernel templates whose arguments hold commas, and dependent launches.
// RUN: %port %s --launch=api | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
namespace ns { template <typename T, int N> __global__ void scale(T *P, int K); }

template <typename T> void f(T *P) {
  ns::scale<T, (4 > 2)><<<1, 1>>>(P, 1);
  // CHECK: [&] { auto *musifyKernel = ns::scale<T, (4 > 2)>; musaLaunchConfig_t musifyConfig = {}; musifyConfig.gridDim = dim3(1); musifyConfig.blockDim = dim3( 1); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P, 1); }();
  ::ns::scale<T, sizeof(T)>
      <<<1, 1>>>(P, 2);
  // CHECK:      [&] { auto *musifyKernel = ::ns::scale<T, sizeof(T)>
  // CHECK-NEXT: ; musaLaunchConfig_t musifyConfig = {}; musifyConfig.gridDim = dim3(1); musifyConfig.blockDim = dim3( 1); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P, 2); }();
}
template void f(int *);

// CHECK: === said, exit status 0
// CHECK: 0 findings
// CHECK-NOT: {{.+}}
