// The official tool's markers: a line, and a region with both marker lines.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
void f(int *P) {
  cudaFree(P); // MUSIFY_EXCL_LINE
  cudaFree(P);
  cudaFree(P); // MUSIFY_EXCL_START
  cudaFree(P); // MUSIFY_EXCL_LINE
  cudaFree(P);
  cudaFree(P); // MUSIFY_EXCL_STOP
  cudaFree(P);
}
// CHECK:      cudaFree(P); // MUSIFY_EXCL_LINE
// CHECK-NEXT: musaFree(P);
// CHECK-NEXT: cudaFree(P); // MUSIFY_EXCL_START
// CHECK-NEXT: cudaFree(P); // MUSIFY_EXCL_LINE
// CHECK-NEXT: cudaFree(P);
// CHECK-NEXT: cudaFree(P); // MUSIFY_EXCL_STOP
// CHECK-NEXT: musaFree(P);

// CHECK: === said, exit status 0
// CHECK: by rule: mapped-name 2, header 1
// CHECK: 0 findings
