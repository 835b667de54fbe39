// muBLAS statuses follow rocBLAS: what it lacks stays and is an error, with
// the nearest one named; a user's own enumerator is not touched.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cublas_v2.h> // CHECK: #include <mublas.h>
namespace mine { enum S { CUBLAS_STATUS_ALLOC_FAILED = 3 }; } // CHECK: namespace mine { enum S { CUBLAS_STATUS_ALLOC_FAILED = 3 }; }
int own() { return mine::CUBLAS_STATUS_ALLOC_FAILED; }        // CHECK: int own() { return mine::CUBLAS_STATUS_ALLOC_FAILED; }
// CHECK-NOT: {{.*MUBLAS_STATUS_(ALLOC_FAILED|ARCH_MISMATCH|MAPPING_ERROR|EXECUTION_FAILED|NOT_INITIALIZED).*}}
cublasStatus_t f(cublasHandle_t *H) { // CHECK: mublasStatus_t f(mublasHandle_t *H) {
  switch (cublasCreate(H)) {          // CHECK: switch (mublasCreate(H)) {
  case CUBLAS_STATUS_SUCCESS:         // CHECK: case MUBLAS_STATUS_SUCCESS:
  case CUBLAS_STATUS_NOT_INITIALIZED:
  case CUBLAS_STATUS_ALLOC_FAILED:
  case CUBLAS_STATUS_ARCH_MISMATCH:
  case CUBLAS_STATUS_MAPPING_ERROR:
  case CUBLAS_STATUS_EXECUTION_FAILED:
  case CUBLAS_STATUS_NOT_SUPPORTED: // CHECK: case MUBLAS_STATUS_NOT_IMPLEMENTED:
    return CUBLAS_STATUS_INVALID_VALUE; // CHECK: return MUBLAS_STATUS_INVALID_VALUE;
  }
}

// CHECK: === said, exit status 1
// CHECK: cublas-status.cu:11:8: error: `CUBLAS_STATUS_NOT_INITIALIZED` cannot be ported by name; {{.*}}rocBLAS-like{{.*}} [MUSA0101 unsupported-name]
// CHECK: cublas-status.cu:12:8: error: `CUBLAS_STATUS_ALLOC_FAILED` cannot be ported by name; {{.*}}nearest is MUBLAS_STATUS_MEMORY_ERROR [MUSA0101 unsupported-name]
// CHECK: cublas-status.cu:16:8: warning: `MUBLAS_STATUS_NOT_IMPLEMENTED` differs from `CUBLAS_STATUS_NOT_SUPPORTED`; {{.*}} [MUSA0103 partial-name]
// CHECK: 6 findings: 5 errors, 1 warning
