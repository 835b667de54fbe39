// A rule about a call reorders, drops, adds, wraps and casts arguments. Names
// inside of them are ported as everywhere, and calls inside of calls first.
// RUN: %port %s --mapping %S/Inputs/calls.json | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
cudaError_t cudaMallocHost2(void **, size_t, int, cudaStream_t);
void f(void **P, cudaStream_t S) {
  // CHECK: musaSwapped(S, &P[0], int(sizeof(musaStream_t)), 7);
  cudaSwapped(&P[0], sizeof(cudaStream_t), S);
  // CHECK: musaSwapped(musaSwapped(S, P, int(1), 7), P, int(2), 7);
  cudaSwapped(P, 2, cudaSwapped(P, 1, S));
  cudaSwapped(P, 2); // CHECK: cudaSwapped(P, 2);
  // CHECK: musaSwapped((a<b, c>(1, 2)), P, int({1, 2}), 7);
  cudaSwapped(P, {1, 2}, (a<b, c>(1, 2)));
  cudaSwapped; // CHECK: cudaSwapped;
}
