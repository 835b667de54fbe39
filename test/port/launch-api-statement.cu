// What stands before the kernel's name in the statement is not part of it.
// RUN: %port %s --launch=api | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
__global__ void k(int *P);

void f(int *P, int N) {
  if (P) k<<<1, 1>>>(P); else k<<<1, 2>>>(P);
  // CHECK: if (P) [&] { auto *musifyKernel = k; {{.*}}dim3( 1); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }(); else [&] { auto *musifyKernel = k; {{.*}}dim3( 2); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  while (N--) k<<<1, 3>>>(P);
  // CHECK: while (N--) [&] { auto *musifyKernel = k; {{.*}}dim3( 3); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  for (int I = 0; I < N; ++I) k<<<1, 4>>>(P);
  // CHECK: for (int I = 0; I < N; ++I) [&] { auto *musifyKernel = k; {{.*}}dim3( 4); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  (k<<<1, 5>>>(P));
  // CHECK: ([&] { auto *musifyKernel = k; {{.*}}dim3( 5); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }());
  switch (N) { case 1: k<<<1, 6>>>(P); break; default: k<<<1, 7>>>(P); }
  // CHECK: switch (N) { case 1: [&] { auto *musifyKernel = k; {{.*}}dim3( 6); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }(); break; default: [&] { auto *musifyKernel = k; {{.*}}dim3( 7); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }(); }
  N == 8 ? k<<<1, 8>>>(P) : k<<<1, 9>>>(P);
  // CHECK: N == 8 ? [&] { auto *musifyKernel = k; {{.*}}dim3( 8); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }() : [&] { auto *musifyKernel = k; {{.*}}dim3( 9); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  return k<<<1, 10>>>(P);
  // CHECK: return [&] { auto *musifyKernel = k; {{.*}}dim3( 10); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
}

// CHECK: === said, exit status 0
// CHECK: 0 findings
