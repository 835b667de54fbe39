// Methods, static ones too, are the user's.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

struct Pool {
  void *cudaMalloc(size_t N);              // CHECK: void *cudaMalloc(size_t N);
  static void cudaFree(void *P) {          // CHECK: static void cudaFree(void *P) {
    ::cudaFree(P);                         // CHECK: ::musaFree(P);
  }
  virtual int cudaDeviceSynchronize() = 0; // CHECK: virtual int cudaDeviceSynchronize() = 0;
  void all() { cudaFree(cudaMalloc(1)); }  // CHECK: void all() { cudaFree(cudaMalloc(1)); }
};
void *Pool::cudaMalloc(size_t N) {         // CHECK: void *Pool::cudaMalloc(size_t N) {
  void *P;
  ::cudaMalloc(&P, N);                     // CHECK: ::musaMalloc(&P, N);
  return P;
}
void f(Pool &A, Pool *B) {
  A.cudaMalloc(1);              // CHECK: A.cudaMalloc(1);
  B->cudaDeviceSynchronize();   // CHECK: B->cudaDeviceSynchronize();
  Pool::cudaFree(nullptr);      // CHECK: Pool::cudaFree(nullptr);
  auto M = &Pool::cudaMalloc;   // CHECK: auto M = &Pool::cudaMalloc;
}

// CHECK: === said, exit status 0
// CHECK: by engine: ast 2, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
