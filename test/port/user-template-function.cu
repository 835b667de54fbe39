// Function templates of the user, and dependent code that calls them.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

namespace my {
template <typename T> T cudaMemcpy(T A) { return A; } // CHECK: template <typename T> T cudaMemcpy(T A) { return A; }

template <typename T> T f(T A) {
  A.cudaFree(A);              // CHECK: A.cudaFree(A);
  T::cudaFree(A);             // CHECK: T::cudaFree(A);
  typename T::cudaStream_t S; // CHECK: typename T::cudaStream_t S;
  return cudaMemcpy(A);       // CHECK: return cudaMemcpy(A);
}
int g() { return cudaMemcpy<int>(1) + my::cudaMemcpy(2); } // CHECK: int g() { return cudaMemcpy<int>(1) + my::cudaMemcpy(2); }
} // namespace my

template <typename T> void h(T A) {
  my::cudaMemcpy(A); // CHECK: my::cudaMemcpy(A);
  cudaFree(A);       // CHECK: musaFree(A);
}

// CHECK: === said, exit status 0
// CHECK: by engine: ast 1, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
