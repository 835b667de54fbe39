// Enumerators, bare and qualified by their enum; `case` labels too.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

const char *f(cudaError_t E) { // CHECK: const char *f(musaError_t E) {
  switch (E) {
  case cudaSuccess:                     // CHECK: case musaSuccess:
    return "good";
  case cudaError::cudaErrorInvalidValue: // CHECK: case musaError::musaErrorInvalidValue:
    return "bad";
  default:
    return E == ::cudaErrorMemoryAllocation ? "full" : ""; // CHECK: return E == ::musaErrorMemoryAllocation ? "full" : "";
  }
}
int Kinds[] = {cudaMemcpyHostToDevice, cudaMemcpyKind::cudaMemcpyDeviceToHost}; // CHECK: int Kinds[] = {musaMemcpyHostToDevice, musaMemcpyKind::musaMemcpyDeviceToHost};

// CHECK: === said, exit status 0
// CHECK: by engine: ast 8, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
