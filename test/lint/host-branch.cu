// A branch that no device compiles is the host's: what is wrong in it is
// reported. A branch for newer devices alone is not MUSA's.
// RUN: %musify lint %s --no-config -q --color=never > %t || true
// RUN: FileCheck %s --input-file=%t
// RUN: FileCheck %s --input-file=%t --check-prefix=NEVER
#include <cuda_runtime.h>
#if !defined(__CUDA_ARCH__)
bool first(cudaDeviceProp P) { return P.major >= 7; }
// CHECK: cu:[[#@LINE-1]]:41: warning: {{.*}}MUSA0302
#endif
#if defined(__NVCC__) && !defined(__CUDA_ARCH__)
bool second(cudaDeviceProp P) { return P.major >= 7; }
// CHECK: cu:[[#@LINE-1]]:42: warning: {{.*}}MUSA0302
#endif
__host__ __device__ inline bool third(cudaDeviceProp P) {
#ifdef __CUDA_ARCH__
  return true;
#else
  return P.major >= 7;
  // CHECK: cu:[[#@LINE-1]]:12: warning: {{.*}}MUSA0302
#endif
}
#if __CUDA_ARCH__ >= 800
__device__ void fourth() { asm("membar.gl;"); }
// NEVER-NOT: cu:[[#@LINE-1]]:
#endif
