// The headers of CUDA's libraries include parts of the C library, and code of
// the host uses them without includes of its own.
// RUN: %port %s | FileCheck %s
#include <cusparse.h>
struct Mine { void cudaFree(int) {} };
void f(Mine &M, float *P, void *To) {
  memset(To, 0, INT_MAX);
  *P = fabs(sqrt(double(*P)));
  std::swap(To, To);
  if (!P) { fprintf(stderr, "none\n"); exit(1); }
  M.cudaFree(1); // CHECK: {{^  }}M.cudaFree(1);
  cudaFree(P);   // CHECK: {{^  }}musaFree(P);
}
// CHECK: === said
// CHECK-NOT: not parsed
