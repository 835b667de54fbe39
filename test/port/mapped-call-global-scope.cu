// `::cudaMalloc` is the API even where another one is nearer.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

namespace my {
int cudaMalloc(int **P); // CHECK: int cudaMalloc(int **P);

void f(int *P) {
  ::cudaMalloc((void **)&P, 4); // CHECK: ::musaMalloc((void **)&P, 4);
  cudaMalloc(&P);               // CHECK: cudaMalloc(&P);
}
} // namespace my

// CHECK: === said, exit status 0
// CHECK: by engine: ast 1, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
