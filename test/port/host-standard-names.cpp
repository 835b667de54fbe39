// The headers of CUDA's libraries include parts of the C++ library, and code of
// the host uses them without includes of its own. A name that no header has is
// an error all the same.
// RUN: %port %s | FileCheck %s
// RUN: %port %s -DBROKEN | FileCheck %s --check-prefix=CHECK-BROKEN
#include <cublas_v2.h>
struct Mine { void cudaFree(int) {} };
void f(Mine &M, float *P, void *To) {
  memset(To, 0, 4);
  *P = fabs(sqrt(double(*P)));
#ifdef BROKEN
  none(P);
#endif
  M.cudaFree(1); // CHECK: {{^  }}M.cudaFree(1);
  cudaFree(P);   // CHECK: {{^  }}musaFree(P);
}
// CHECK: === said
// CHECK-NOT: not parsed
// CHECK-BROKEN: 1 file not parsed completely
// CHECK-BROKEN-NEXT: use of undeclared identifier 'none'
