// Fields of the user's structs, through every way to name one.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

struct Api {
  int cudaMalloc;                          // CHECK: int cudaMalloc;
  cudaStream_t cudaStream;                 // CHECK: musaStream_t cudaStream;
  Api() : cudaMalloc(1), cudaStream(0) {}  // CHECK: Api() : cudaMalloc(1), cudaStream(0) {}
  int get() { return cudaMalloc + this->cudaMalloc; } // CHECK: int get() { return cudaMalloc + this->cudaMalloc; }
};
struct Plain { int cudaFree, cudaSuccess; }; // CHECK: struct Plain { int cudaFree, cudaSuccess; };
Plain P = {.cudaFree = cudaSuccess, .cudaSuccess = 2}; // CHECK: Plain P = {.cudaFree = musaSuccess, .cudaSuccess = 2};
int f(Plain *Q) { return Q->cudaFree + P.cudaSuccess; } // CHECK: int f(Plain *Q) { return Q->cudaFree + P.cudaSuccess; }

// CHECK: === said, exit status 0
// CHECK: by engine: ast 2, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
