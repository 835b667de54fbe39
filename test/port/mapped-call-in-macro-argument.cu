// A macro's argument is edited where it is written, even if the body uses it
// twice.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#define TWICE(X) if ((X) != 0 && (X) != 1) return

void f(int *P) {
  TWICE(cudaMalloc(&P, 4)); // CHECK: TWICE(musaMalloc(&P, 4));
  TWICE(cudaMemcpy(P, P, 4, cudaMemcpyDeviceToDevice)); // CHECK: TWICE(musaMemcpy(P, P, 4, musaMemcpyDeviceToDevice));
}

// CHECK: === said, exit status 1
// CHECK: 4 edits
// CHECK-NEXT: by rule: mapped-name 3, header 1
// CHECK-NEXT: by engine: ast 3, preprocessor 1
// CHECK-NEXT: 1 finding: 1 warning
// CHECK-NEXT: by rule: status-number 1
