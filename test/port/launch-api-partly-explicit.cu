// Some template arguments are written and the call deduces the rest: the
// kernel's name alone is no function yet, so the launch stays.
// RUN: %port %s --launch=api | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
template <int N, typename T> __global__ void scale(T *P);
template <int N, typename... Ts> __global__ void fill(Ts... Values);
template <typename T> void f(T *P, float *Q) {
  scale<4><<<1, 1>>>(Q); // CHECK: scale<4><<<1, 1>>>(Q);
  scale<4><<<1, 1>>>(P); // CHECK: scale<4><<<1, 1>>>(P);
  fill<4, int><<<1, 1>>>(1, 2.0f); // CHECK: fill<4, int><<<1, 1>>>(1, 2.0f);
  // CHECK: [&] { auto *musifyKernel = scale<4, T>; {{.*}}; return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  scale<4, T><<<1, 1>>>(P);
  // CHECK: [&] { auto *musifyKernel = scale<4, float>; {{.*}}; return musaLaunchKernelEx(&musifyConfig, musifyKernel, Q); }();
  scale<4, float><<<1, 1>>>(Q);
}

// CHECK: === said, exit status 1
// CHECK-NEXT: launch-api-partly-explicit.cu:8:11: warning: {{.*}} depend on the launch's arguments; not changed [MUSA0007 launch]
// CHECK: launch-api-partly-explicit.cu:9:11: warning: {{.*}} [MUSA0007 launch]
// CHECK: launch-api-partly-explicit.cu:10:15: warning: {{.*}} [MUSA0007 launch]
