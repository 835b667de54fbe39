// A kernel behind a pointer: a variable, a member, an element.
// RUN: %port %s --launch=api | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
using Kernel = void (*)(int *);
struct Ops { Kernel K; Kernel Ks[2]; };

void f(int *P, Kernel K, Ops *A, Ops &B) {
  K<<<1, 1>>>(P);
  // CHECK: [&] { auto *musifyKernel = K; musaLaunchConfig_t {{.*}}; return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  A->K<<<1, 1>>>(P);
  // CHECK: [&] { auto *musifyKernel = A->K; musaLaunchConfig_t {{.*}}; return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  B.K<<<1, 1>>>(P);
  // CHECK: [&] { auto *musifyKernel = B.K; musaLaunchConfig_t {{.*}}; return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  (*K)<<<1, 1>>>(P);
  // CHECK: [&] { auto *musifyKernel = (*K); musaLaunchConfig_t {{.*}}; return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  A->Ks[1]<<<1, 1>>>(P);
  // CHECK: [&] { auto *musifyKernel = A->Ks[1]; musaLaunchConfig_t {{.*}}; return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
  A[1].K<<<1, 1>>>(P);
  // CHECK: [&] { auto *musifyKernel = A[1].K; musaLaunchConfig_t {{.*}}; return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
}

// CHECK: === said, exit status 0
// CHECK: 0 findings
