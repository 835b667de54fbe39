// Conditions on types and side: where they do not hold the call stays, and where
// no parse can tell a person is told. A declaration is no call.
// RUN: %port %s --mapping %S/Inputs/calls.json | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
typedef float Real;
int cudaTyped(float *, int), cudaTyped(double *, int);
__host__ __device__ int cudaSided(float *);
namespace lib { template <typename T> int cudaPick(T *); }
template <typename T> int cudaPick(T *);
__device__ int g(float *P) {
  return cudaSided(P); // CHECK: return onDevice(P);
}
int f(float *P, Real *Q, double *D) {
  cudaTyped(P, 1);   // CHECK: typedFloat(P);
  cudaTyped(Q, 2);   // CHECK: typedFloat(Q);
  cudaTyped(D, 3);   // CHECK: cudaTyped(D, 3);
  cudaPick(P);       // CHECK: cudaPick(P);
  lib::cudaPick(P);  // CHECK: lib::picked(P);
  lib::cudaPick(D);  // CHECK: lib::cudaPick(D);
#if 0
  cudaTyped(P, 4);   // CHECK: cudaTyped(P, 4);
#endif
  return cudaSided(P); // CHECK: return cudaSided(P);
}

// CHECK: === said, exit status 1
// CHECK-NEXT: call-types.cu:21:3: warning: rule `typed` needs a parse of this call; not applied [MUSA0109 custom-rule]
// CHECK: 1 finding: 1 warning
