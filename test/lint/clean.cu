// Code that a port renames entirely has no finding: exit status 0.
// RUN: %musify lint %s >%t.out 2>%t.err
// RUN: FileCheck %s --input-file=%t.err
// RUN: not grep . %t.out
// CHECK: 1 file checked: 0 errors, 0 warnings, 0 notes
#include <cublas_v2.h>
#include <cuda_runtime.h>
__global__ void k(int *P) { P[threadIdx.x] = 0; }
void f(int *P, cudaStream_t S) {
  k<<<1, 32, 0, S>>>(P);
  if (cudaStreamSynchronize(S) != cudaSuccess)
    cudaFree(P);
}
