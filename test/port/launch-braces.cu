// nvcc reads a list in braces as an argument of a launch; Clang, and MUSA's
// compiler with it, does not. The port writes an expression, and the unit has
// an AST.
// RUN: %port %s | FileCheck %s
// RUN: %port %s --launch=api | FileCheck %s --check-prefix=API
#include <cuda_runtime.h>
__global__ void k(int *P);
template <typename T> __global__ void t(T *P);
struct Mine { void cudaFree(int) {} };

void f(int *P, Mine &M, unsigned N) {
  k<<<N, {32, 1, 1}>>>(P);       // CHECK: {{^  }}k<<<N, dim3{32, 1, 1}>>>(P);
  k<<<{4, 4},{32}>>>(P);         // CHECK: {{^  }}k<<<dim3{4, 4},dim3{32}>>>(P);
  k<<<{}, 1>>>(P);               // CHECK: {{^  }}k<<<dim3{}, 1>>>(P);
  k<<</*g*/ {N} /*b*/, 1>>>(P);  // CHECK: {{^  }}k<<</*g*/ dim3{N} /*b*/, 1>>>(P);
  k<<<1, 1, {4}, {}>>>(P);       // CHECK: {{^  }}k<<<1, 1, (4), 0>>>(P);
  t<int><< <{4}, {32, N} >> >(P); // CHECK: {{^  }}t<int><<<dim3{4}, dim3{32, N} >>>(P);
  k<<<1, {unsigned(cudaMemcpyDefault)}>>>(P);
  // CHECK: {{^  }}k<<<1, dim3{unsigned(musaMemcpyDefault)}>>>(P);
  k<<<dim3{4, 4}, int{32}>>>(P);
  // CHECK: {{^  }}k<<<dim3{4, 4}, int{32}>>>(P);
  M.cudaFree(1); // CHECK: {{^  }}M.cudaFree(1);
  cudaFree(P);   // CHECK: {{^  }}musaFree(P);
}
#define RUN(K, ...) K<<<1, {32, 2}>>>(__VA_ARGS__)
// CHECK: #define RUN(K, ...) K<<<1, dim3{32, 2}>>>(__VA_ARGS__)

// API: musifyConfig.gridDim = dim3(N); musifyConfig.blockDim = dim3( dim3{32, 1, 1}); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
