// Kernel launches stay, with the names in them ported; MUSA's compiler takes
// `<<<...>>>`.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#define RUN_ON(S, ...) fill<<<1, 32, 0, S>>>(__VA_ARGS__) // CHECK: #define RUN_ON(S, ...) fill<<<1, 32, 0, S>>>(__VA_ARGS__)

__global__ void fill(int *P, int Kind) { P[threadIdx.x] = Kind; }
template <typename T, int N> __global__ void scale(T *P) { *P *= N; }

template <typename T> void launch(T *P, cudaStream_t S) { // CHECK: template <typename T> void launch(T *P, musaStream_t S) {
  scale<T, 4><<<dim3(1), dim3(32), sizeof(T), S>>>(P); // CHECK: scale<T, 4><<<dim3(1), dim3(32), sizeof(T), S>>>(P);
}
void f(int *P, cudaStream_t S) {
  fill<<<1, 32>>>(P, cudaMemcpyDefault); // CHECK: fill<<<1, 32>>>(P, musaMemcpyDefault);
  scale<float, 2><<<1, 1, cudaMemcpyDefault>>>((float *)P); // CHECK: scale<float, 2><<<1, 1, musaMemcpyDefault>>>((float *)P);
  RUN_ON(S, P, cudaSuccess); // CHECK: RUN_ON(S, P, musaSuccess);
  launch(P, S);
}

// CHECK: === said, exit status 0
// CHECK: by engine: ast 5, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
