// What plain fields cannot say, a matcher expression of Clang's does.
// RUN: %port %s --mapping %S/Inputs/matcher.json | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#define ZERO(P) cudaMemset(P, 0, 4)
void f(void *P, int N) {
  cudaMemset(P, 0, N * sizeof(cudaEvent_t)); // CHECK: clear(P, N * sizeof(musaEvent_t));
  cudaMemset(P, 1, N); // CHECK: musaMemset(P, 1, N);
  ZERO(P); // CHECK: ZERO(P);
}
