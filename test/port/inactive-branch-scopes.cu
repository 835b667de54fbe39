// Where no parse looks, a name that a statement, a template or a structured
// binding declares means that to the end of its scope, and no further.
// RUN: %port %s | FileCheck %s --match-full-lines --strict-whitespace
#include <cuda_runtime.h>

#if 0
void statements(int *P) {
// CHECK:  for (int cudaFree = 0; cudaFree < 3; ++cudaFree) use(cudaFree);
  for (int cudaFree = 0; cudaFree < 3; ++cudaFree) use(cudaFree);
// CHECK:  musaFree(P);
  cudaFree(P);
// CHECK:  if (auto cudaMalloc = f(); cudaMalloc) use(cudaMalloc); else drop(cudaMalloc);
  if (auto cudaMalloc = f(); cudaMalloc) use(cudaMalloc); else drop(cudaMalloc);
// CHECK:  musaMalloc(P, 4);
  cudaMalloc(P, 4);
// CHECK:  if (int cudaFree = f()) { use(cudaFree); } else if (g()) { use(cudaFree); }
  if (int cudaFree = f()) { use(cudaFree); } else if (g()) { use(cudaFree); }
// CHECK:  musaFree(P);
  cudaFree(P);
// CHECK:  for (auto cudaFree : all()) if (g()) for (;;) use(cudaFree); else drop(cudaFree);
  for (auto cudaFree : all()) if (g()) for (;;) use(cudaFree); else drop(cudaFree);
// CHECK:  musaFree(P);
  cudaFree(P);
// CHECK:  if constexpr (int cudaFree = 3; true) use([&] { return cudaFree; });
  if constexpr (int cudaFree = 3; true) use([&] { return cudaFree; });
// CHECK:  musaFree(P);
  cudaFree(P);
// CHECK:  while (T *cudaFree = next()) do use(cudaFree); while (1);
  while (T *cudaFree = next()) do use(cudaFree); while (1);
// CHECK:  musaFree(P);
  cudaFree(P);
// CHECK:  for (auto &[cudaMalloc, cudaFree] : pairs()) use(cudaMalloc, cudaFree);
  for (auto &[cudaMalloc, cudaFree] : pairs()) use(cudaMalloc, cudaFree);
// CHECK:  { const auto [a, cudaFree] = pair(); use(cudaFree); }
  { const auto [a, cudaFree] = pair(); use(cudaFree); }
// CHECK:  run([P, E = musaFree(P)] { musaFree(P); });
  run([P, E = cudaFree(P)] { cudaFree(P); });
}
void declarators(int *P) {
// CHECK:  { int *A = 0, cudaFree = 1, *cudaMalloc; use(cudaFree, cudaMalloc); }
  { int *A = 0, cudaFree = 1, *cudaMalloc; use(cudaFree, cudaMalloc); }
// CHECK:  { void (*cudaFree)(int *) = &drop; cudaFree(P); }
  { void (*cudaFree)(int *) = &drop; cudaFree(P); }
// CHECK:  { struct cudaEvent_t { int A; }; cudaEvent_t E; }
  { struct cudaEvent_t { int A; }; cudaEvent_t E; }
// CHECK:  { using cudaEvent_t = int; cudaEvent_t E; }
  { using cudaEvent_t = int; cudaEvent_t E; }
// CHECK:  musaEvent_t E; musaFree(P);
  cudaEvent_t E; cudaFree(P);
}
// CHECK:void prototype(int cudaFree, int B = sizeof(cudaFree)); int C = musaFree(0);
void prototype(int cudaFree, int B = sizeof(cudaFree)); int C = cudaFree(0);
// CHECK:template <typename cudaEvent_t> void f(cudaEvent_t e) { cudaEvent_t g = e; }
template <typename cudaEvent_t> void f(cudaEvent_t e) { cudaEvent_t g = e; }
// CHECK:musaEvent_t Event;
cudaEvent_t Event;
// CHECK:template <class T, int cudaFree = 3> struct S { int A[cudaFree]; };
template <class T, int cudaFree = 3> struct S { int A[cudaFree]; };
// CHECK:template <template <class> class cudaEvent_t> cudaEvent_t<int> g(cudaEvent_t<int>);
template <template <class> class cudaEvent_t> cudaEvent_t<int> g(cudaEvent_t<int>);
// CHECK:template <class T = const musaEvent_t> musaEvent_t i(T);
template <class T = const cudaEvent_t> cudaEvent_t i(T);
// CHECK:template <class T, musaError_t E = musaSuccess> S<musaEvent_t> *h(musaEvent_t);
template <class T, cudaError_t E = cudaSuccess> S<cudaEvent_t> *h(cudaEvent_t);
#endif
