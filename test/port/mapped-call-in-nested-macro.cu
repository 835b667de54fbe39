// A call that reaches the compiler through three macros.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#define CALL(F, ...) F(__VA_ARGS__)
#define CHECKED(X) do { if ((X) != cudaSuccess) __builtin_trap(); } while (0)
// CHECK: #define CHECKED(X) do { if ((X) != musaSuccess) __builtin_trap(); } while (0)
#define FREE(P) CHECKED(CALL(cudaFree, P)) // CHECK: #define FREE(P) CHECKED(CALL(musaFree, P))

void f(int *P) {
  FREE(P);
  CHECKED(CALL(cudaMalloc, &P, 8)); // CHECK: CHECKED(CALL(musaMalloc, &P, 8));
}

// CHECK: === said, exit status 0
// CHECK: 4 edits
// CHECK-NEXT: by rule: mapped-name 3, header 1
// CHECK-NEXT: by engine: ast 3, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
