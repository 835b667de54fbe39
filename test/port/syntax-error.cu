// A file that does not parse is ported all the same.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h> // CHECK: #include <musa_runtime.h>
void f(int *P) {
  cudaMalloc(&P, 4); // CHECK: musaMalloc(&P, 4);
  int ] = cudaSuccess; // CHECK: int ] = musaSuccess;
  cudaFree(P); // CHECK: musaFree(P);
}
struct Open { // CHECK: struct Open {
  cudaStream_t S; // CHECK: musaStream_t S;

// CHECK: === said, exit status 0
// CHECK: 5 edits
// CHECK: 0 findings
// CHECK-NEXT: 1 file not parsed completely
// CHECK-NEXT: syntax-error.cu: syntax-error.cu:6:{{.*}}
