// A template that is never instantiated still names the API.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

template <typename T> struct Buffer {
  T *Data = nullptr;
  explicit Buffer(size_t N) { cudaMalloc(&Data, N * sizeof(T)); } // CHECK: explicit Buffer(size_t N) { musaMalloc(&Data, N * sizeof(T)); }
  ~Buffer() { cudaFree(Data); }                                   // CHECK: ~Buffer() { musaFree(Data); }
};

template <typename T> cudaError_t copy(T To, const void *From, size_t N) { // CHECK: template <typename T> musaError_t copy(T To, const void *From, size_t N) {
  return cudaMemcpy(To, From, N, cudaMemcpyDefault); // CHECK: return musaMemcpy(To, From, N, musaMemcpyDefault);
}

// CHECK: === said, exit status 0
// CHECK: by engine: ast 5, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
