// Devices from sm_50 on count: what is true on some of them alone is not said
// of all. A branch that no device compiles needs nothing.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s
#include <cuda_runtime.h>
__device__ int load(const int *P) {
#if __CUDA_ARCH__ < 700
  // CHECK: cu:[[#@LINE-1]]:5: warning: {{.*}}the condition is then true on MUSA, false on sm_70 with CUDA 11.8, sm_80
  return __ldg(P);
#else
  return *P;
#endif
}
#ifdef __CUDA_ARCH__
#if __CUDA_ARCH__ >= 900
// CHECK: cu:[[#@LINE-1]]:5: warning: {{.*}}true on sm_90 with CUDA 13.0, sm_121 with CUDA 13.0
// CHECK-NOT: `#error`
#error "not yet"
#endif
#endif
