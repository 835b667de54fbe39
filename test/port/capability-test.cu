// A test of the compute capability takes another branch on MUSA.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
struct Mine { int major; };
bool f(Mine M) {
  cudaDeviceProp P, *Q = &P; // CHECK: musaDeviceProp P, *Q = &P;
  int Sm = P.major * 10;
  // MUSIFY_EXCL_START
  if (P.major > 5) return true;
  // MUSIFY_EXCL_STOP
#ifdef __MUSA__
  if (P.major > 5) return true;
#endif
  return P.major >= 8 || 7 <= Q->major || P.major * 10 + P.minor == 75 ||
         M.major >= 8 || P.major == Sm || P.multiProcessorCount > 8;
}

// CHECK: === said, exit status 1
// CHECK-NEXT: capability-test.cu:14:12: warning: this compares the compute capability of an NVIDIA device with a number; MUSA devices use another numbering (2.1, 2.2, 3.1); the test is always false there [MUSA0302 capability-test]
// CHECK: capability-test.cu:14:34: warning: {{.*}}
// CHECK: capability-test.cu:14:45: warning: {{.*}}
// CHECK: 3 findings: 3 warnings
