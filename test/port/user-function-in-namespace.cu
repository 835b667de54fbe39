// A function in the user's namespace keeps its name, whatever it is called.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

namespace my {
int cudaMalloc(int N) { return N; }   // CHECK: int cudaMalloc(int N) { return N; }
namespace deep { void cudaFree(); }   // CHECK: namespace deep { void cudaFree(); }
int g() { return cudaMalloc(1); }     // CHECK: int g() { return cudaMalloc(1); }
} // namespace my
using namespace my::deep;

int f(int *P) {
  my::deep::cudaFree();    // CHECK: my::deep::cudaFree();
  cudaFree(P);             // CHECK: musaFree(P);
  return my::cudaMalloc(2); // CHECK: return my::cudaMalloc(2);
}

// CHECK: === said, exit status 0
// CHECK: by engine: ast 1, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
