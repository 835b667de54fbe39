// A guard that has thought of MUSA stays; the others of its file do not.
// RUN: %musify port %s --arch-guards=feature | FileCheck %s
#include <cuda_runtime.h>
__global__ void k(int *P) {
  // CHECK-NOT: {{^[-+]}}{{.*}}800
#if __CUDA_ARCH__ >= 800 || defined(__MUSA_ARCH__)
  P[0] = __reduce_add_sync(~0u, P[1]);
#endif
  // CHECK: {{^}}-#if __CUDA_ARCH__ >= 700
  // CHECK-NEXT: {{^}}+#if defined(__MUSA_ARCH__)
#if __CUDA_ARCH__ >= 700
  P[1] = __activemask();
#endif
}
