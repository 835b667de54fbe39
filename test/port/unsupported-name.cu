// A name without a counterpart stays, and a person is told what to use.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cublas_v2.h>

cublasStatus_t f(cublasStatus_t S) { // CHECK: mublasStatus_t f(mublasStatus_t S) {
  if (S == CUBLAS_STATUS_ALLOC_FAILED) // CHECK: if (S == CUBLAS_STATUS_ALLOC_FAILED)
    return CUBLAS_STATUS_SUCCESS; // CHECK: return MUBLAS_STATUS_SUCCESS;
  return S;
}

// CHECK: === said, exit status 1
// CHECK-NEXT: unsupported-name.cu:6:12: error: `CUBLAS_STATUS_ALLOC_FAILED` cannot be ported by name; {{.*}}MUBLAS_STATUS_MEMORY_ERROR{{.*}} [MUSA0101 unsupported-name]
// CHECK: by engine: ast 3, preprocessor 1
// CHECK: 1 finding: 1 error
// CHECK: unsupported: 1 name at 1 place
// CHECK-NEXT: `CUBLAS_STATUS_ALLOC_FAILED` at 1 place, first unsupported-name.cu:6:12
// CHECK-NOT: {{.+}}
