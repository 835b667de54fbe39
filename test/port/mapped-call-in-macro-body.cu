// A macro's body is edited where it is written, once, however often it is used.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#define RELEASE(P) do { cudaFree(P); (P) = nullptr; } while (0)
// CHECK: #define RELEASE(P) do { musaFree(P); (P) = nullptr; } while (0)

void f(int *A, float *B) {
  RELEASE(A); // CHECK: RELEASE(A);
  RELEASE(B); // CHECK: RELEASE(B);
}

// CHECK: === said, exit status 0
// CHECK: 2 edits
// CHECK-NEXT: by rule: header 1, mapped-name 1
// CHECK-NEXT: by engine: ast 1, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
