// Where no parse looks, the neighbourhood tells what is not the API.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

#if 0
void f(Pool &A, Pool *B, int *P) {
  A.cudaMalloc(1);      // CHECK: A.cudaMalloc(1);
  B->cudaFree(P);       // CHECK: B->cudaFree(P);
  my::cudaMalloc(&P);   // CHECK: my::cudaMalloc(&P);
  ::cudaMalloc(&P, 4);  // CHECK: ::musaMalloc(&P, 4);
  auto K = cudaMemcpyKind::cudaMemcpyDefault; // CHECK: auto K = musaMemcpyKind::musaMemcpyDefault;
}
#endif

// CHECK: === said, exit status 0
// CHECK: by engine: lexer 3, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NEXT: lexer-only: 6 CUDA names in 1 region that no parse saw
// CHECK-NEXT: inactive-branch-user-names.cu: lines 5-13: 6 names
// CHECK-NOT: {{.+}}
