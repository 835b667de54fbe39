// A branch that only MUSA compiles is not ours to port, and neither are the
// others of its chain: the code is for both already.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
void f(int *P) {
#if defined(__MUSA__)
  cudaFree(P); // CHECK: cudaFree(P);
#else
  cudaFree(P); // CHECK: cudaFree(P);
#endif
#ifdef USE_MUSA
  cudaFree(P); // CHECK: cudaFree(P);
#if 1
  cudaFree(P); // CHECK: cudaFree(P);
#endif
#else
  cudaFree(P); // CHECK: cudaFree(P);
#endif
#ifndef USE_MUSA
  cudaFree(P); // CHECK: cudaFree(P);
#else
  cudaFree(P); // CHECK: cudaFree(P);
#endif
#if defined(USE_CUDA) || defined(USE_MUSA)
  cudaFree(P); // CHECK: musaFree(P);
#elif defined(USE_MUSA)
  cudaFree(P); // CHECK: cudaFree(P);
#else
  cudaFree(P); // CHECK: cudaFree(P);
#endif
#if !defined(USE_MUSA)
  cudaFree(P); // CHECK: musaFree(P);
#endif
}

// CHECK: === said, exit status 0
// CHECK: 0 findings
