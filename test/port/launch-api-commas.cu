// Commas in template arguments, calls and comments of the configuration divide
// nothing; `>>>` that closes templates ends no configuration.
// RUN: %port %s --launch=api | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
template <int X, int Y> constexpr int size() { return X + Y; }
template <typename T> struct Box {};
template <typename T> __global__ void k(int *P);

void f(int *P, int N) {
  k<int><<<size<1, 2>(), size<3, 4>()>>>(P);
  // CHECK: {{.*}}.gridDim = dim3(size<1, 2>()); musifyConfig.blockDim = dim3( size<3, 4>()); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  k<int><<<dim3(1, 2), /* a, b */ dim3{3, 4}>>>(P);
  // CHECK: {{.*}}.gridDim = dim3(dim3(1, 2)); musifyConfig.blockDim = dim3( /* a, b */ dim3{3, 4}); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  k<Box<Box<int>>><<<1, 1>>>(P);
  // CHECK: [&] { auto *musifyKernel = k<Box<Box<int>>>; {{.*}}.gridDim = dim3(1); musifyConfig.blockDim = dim3( 1); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  k<int><<<N < 2 ? 1 : 2, (N > 3)>>>(P);
  // CHECK: {{.*}}.gridDim = dim3(N < 2 ? 1 : 2); musifyConfig.blockDim = dim3( (N > 3)); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
}

// CHECK: === said, exit status 0
// CHECK: 0 findings
// CHECK-NOT: {{.+}}
