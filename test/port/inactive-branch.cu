// What the preprocessor leaves out is ported by the lexer.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

void f(int *P, cudaStream_t S) {
#if 0
  cudaFree(P); // CHECK: musaFree(P);
#elif defined(NEVER_DEFINED)
  cudaStreamSynchronize(S); // CHECK: musaStreamSynchronize(S);
#else
  cudaStreamDestroy(S); // CHECK: musaStreamDestroy(S);
#endif
#ifdef NEVER_DEFINED
  if (cudaDeviceSynchronize() == cudaSuccess) // CHECK: if (musaDeviceSynchronize() == musaSuccess)
    return;
#endif
}

// CHECK: === said, exit status 0
// CHECK: by engine: lexer 4, ast 2, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NEXT: lexer-only: 4 CUDA names in 2 regions that no parse saw
// CHECK-NEXT:   `-D NEVER_DEFINED=1` would let 2 of the names in 1 file be parsed
// CHECK-NEXT: inactive-branch.cu: lines 6-10: 2 names
// CHECK-NEXT: inactive-branch.cu: lines 13-16: 2 names
// CHECK-NOT: {{.+}}
