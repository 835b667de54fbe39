// Calls and types that only look a little like declarations are ported.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#ifdef _WIN32
struct Lane { cudaStream_t Stream; const cudaEvent_t *Done; }; // CHECK: struct Lane { musaStream_t Stream; const musaEvent_t *Done; };
cudaError_t f(Lane &L, void *P, cudaStream_t) { // CHECK: musaError_t f(Lane &L, void *P, musaStream_t) {
  cudaStreamCreate(&L.Stream); // CHECK: musaStreamCreate(&L.Stream);
  if (!P) cudaFree(P); else cudaFree(P); // CHECK: if (!P) musaFree(P); else musaFree(P);
  do cudaFree(P); while (0); // CHECK: do musaFree(P); while (0);
  int X = 2 * cudaSuccess; // CHECK: int X = 2 * musaSuccess;
  g(X * cudaSuccess, cudaSuccess); // CHECK: g(X * musaSuccess, musaSuccess);
  int All[] = {2, X * cudaSuccess}; // CHECK: int All[] = {2, X * musaSuccess};
  UNCHECKED cudaFree(P); // CHECK: UNCHECKED musaFree(P);
  switch (X) { case cudaSuccess: break; } // CHECK: switch (X) { case musaSuccess: break; }
  auto *E = new cudaEvent_t[3]; // CHECK: auto *E = new musaEvent_t[3];
  return cudaSuccess; // CHECK: return musaSuccess;
}
extern "C" cudaError_t cudaFree(void *); // CHECK: extern "C" musaError_t musaFree(void *);
std::vector<cudaStream_t> All(cudaStream_t, cudaSuccess); // CHECK: std::vector<musaStream_t> All(musaStream_t, musaSuccess);
#endif
