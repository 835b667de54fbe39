// Local variables, parameters, labels and captures are the user's.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

int f(int cudaStream_t, int *P) { // CHECK: int f(int cudaStream_t, int *P) {
  int cudaMalloc = cudaStream_t + 1; // CHECK: int cudaMalloc = cudaStream_t + 1;
  auto L = [cudaMalloc](int N) { return cudaMalloc * N; }; // CHECK: auto L = [cudaMalloc](int N) { return cudaMalloc * N; };
  if (L(2) > 4)
    goto cudaFree; // CHECK: goto cudaFree;
  cudaFree(P);     // CHECK: musaFree(P);
cudaFree:          // CHECK: cudaFree:
  return cudaMalloc; // CHECK: return cudaMalloc;
}
int g(int **P) { return cudaMalloc(P, 4); } // CHECK: int g(int **P) { return musaMalloc(P, 4); }

// CHECK: === said, exit status 0
// CHECK: by engine: ast 2, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
