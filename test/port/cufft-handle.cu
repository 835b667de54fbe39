// `mufftHandle` is a pointer, `cufftHandle` an int: ported, and a person must
// look at every place that names it; plans themselves are isomorphic.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cufft.h> // CHECK: #include <mufft.h>
void f() {
  cufftHandle Plan = 0;                  // CHECK: mufftHandle Plan = 0;
  cufftPlan1d(&Plan, 8, CUFFT_C2C, 1);   // CHECK: mufftPlan1d(&Plan, 8, MUFFT_C2C, 1);
}
struct Own { int cufftHandle; };         // CHECK: struct Own { int cufftHandle; };
int g(Own O) { return O.cufftHandle; }   // CHECK: int g(Own O) { return O.cufftHandle; }

// CHECK: === said, exit status 1
// CHECK: cufft-handle.cu:6:3: warning: `mufftHandle` differs from `cufftHandle`; an opaque pointer on MUSA, an int in CUDA: do not store it in an int or compare it with 0 [MUSA0103 partial-name]
// CHECK: 1 finding: 1 warning
