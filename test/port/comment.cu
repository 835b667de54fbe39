// Comments stay by default; --comments ports them too.
// RUN: %port %s | FileCheck %s --match-full-lines --check-prefixes=CHECK,CHECK-PLAIN
// RUN: %port %s --comments | FileCheck %s --match-full-lines --check-prefixes=CHECK,CHECK-PORTED
#include <cuda_runtime.h>
// cudaFree after use, not cudaFreeAll or mycudaFree.
// CHECK-PLAIN:  // cudaFree after use, not cudaFreeAll or mycudaFree.
// CHECK-PORTED: // musaFree after use, not cudaFreeAll or mycudaFree.
/* The result of cudaMalloc,
 * or cudaSuccess. CUDA is spelled as before, cu and cuda too. */
// CHECK-PLAIN:       /* The result of cudaMalloc,
// CHECK-PLAIN-NEXT:  * or cudaSuccess. CUDA is spelled as before, cu and cuda too. */
// CHECK-PORTED:      /* The result of musaMalloc,
// CHECK-PORTED-NEXT: * or musaSuccess. CUDA is spelled as before, cu and cuda too. */
void f(int *P) { cudaFree(P /* cudaFree */); }
// CHECK-PLAIN:  void f(int *P) { musaFree(P /* cudaFree */); }
// CHECK-PORTED: void f(int *P) { musaFree(P /* musaFree */); }

// CHECK: === said, exit status 0
// CHECK-PLAIN:       2 edits
// CHECK-PORTED:      6 edits
// CHECK-PORTED-NEXT: by rule: comment-name 4, header 1, mapped-name 1
// CHECK: 0 findings
