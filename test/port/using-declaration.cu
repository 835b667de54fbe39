// Using-declarations of the API, and of the user's.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

namespace own { int cudaFree(char); } // CHECK: namespace own { int cudaFree(char); }
namespace a {
using ::cudaMalloc;   // CHECK: using ::musaMalloc;
using ::cudaStream_t; // CHECK: using ::musaStream_t;
using own::cudaFree;  // CHECK: using own::cudaFree;
void f(cudaStream_t S, int *P) { cudaMalloc(&P, cudaFree('x')); } // CHECK: void f(musaStream_t S, int *P) { musaMalloc(&P, cudaFree('x')); }
} // namespace a
void g(int *P) { a::cudaMalloc(&P, a::cudaFree('x')); } // CHECK: void g(int *P) { a::musaMalloc(&P, a::cudaFree('x')); }

// CHECK: === said, exit status 0
// CHECK: by engine: ast 5, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
