// A call of the API becomes MUSA's, with all that stands in it.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h> // CHECK: #include <musa_runtime.h>

int *fill(size_t Bytes) {
  int *P = nullptr;
  if (cudaMalloc(&P, Bytes) != cudaSuccess) // CHECK: if (musaMalloc(&P, Bytes) != musaSuccess)
    return nullptr;
  cudaMemset(P, 0, Bytes); // CHECK: musaMemset(P, 0, Bytes);
  (void)cudaGetLastError(); // CHECK: (void)musaGetLastError();
  return P;
}

// CHECK: === said, exit status 0
// CHECK: 5 edits
// CHECK-NEXT: by rule: mapped-name 4, header 1
// CHECK-NEXT: by engine: ast 4, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
