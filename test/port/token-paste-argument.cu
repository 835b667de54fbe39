// A name that is put together from a macro's arguments is seen at the use.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#define JOIN(A, B) A##B
#define FIRST(A, B) A
int JOIN(my, cuda), FIRST(cuda, Free); // CHECK: int JOIN(my, cuda), FIRST(cuda, Free);
void f(int *P, int *Q) {
  JOIN(cuda, Free)(P); // CHECK: JOIN(cuda, Free)(P);
  JOIN(cudaMemcpy, Async)(P, Q, 4, cudaMemcpyDefault, 0); // CHECK: JOIN(musaMemcpy, Async)(P, Q, 4, musaMemcpyDefault, 0);
}

// CHECK: === said, exit status 1
// CHECK-NEXT: token-paste-argument.cu:8:8: warning: `##` pastes a CUDA name from `cuda`; spell the MUSA name here by hand [MUSA0502 token-paste]
// CHECK: token-paste-argument.cu:9:8: warning: `##` pastes `cudaMemcpy` into another name; check that MUSA has it [MUSA0502 token-paste]
// CHECK: 2 findings: 2 warnings
