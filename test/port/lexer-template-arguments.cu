// Without a parse: a name behind a comma in template arguments declares
// nothing, one behind a comma of a declaration does.
// RUN: %port %s --engine=lexer | FileCheck %s --match-full-lines --strict-whitespace
#include <cuda_runtime.h>

void arguments(int *P) {
// CHECK:  auto *A = new std::map<int, musaEvent_t>{}; musaEvent_t B;
  auto *A = new std::map<int, cudaEvent_t>{}; cudaEvent_t B;
// CHECK:  auto C = f<int, musaStream_t>(P); musaStream_t D;
  auto C = f<int, cudaStream_t>(P); cudaStream_t D;
// CHECK:  constexpr bool E = std::is_same_v<int, musaError_t> || std::is_same<int, musaDeviceProp>::value;
  constexpr bool E = std::is_same_v<int, cudaError_t> || std::is_same<int, cudaDeviceProp>::value;
// CHECK:  auto F = g<int, std::vector<std::pair<int, musaGraph_t>>>(); musaGraph_t G;
  auto F = g<int, std::vector<std::pair<int, cudaGraph_t>>>(); cudaGraph_t G;
// CHECK:  static auto H = std::tuple<int, musaArray_t, musaMipmappedArray_t>(); musaArray_t I;
  static auto H = std::tuple<int, cudaArray_t, cudaMipmappedArray_t>(); cudaArray_t I;
}

void declarators(int *P) {
// CHECK:  { int A = B < 3, cudaEvent_t = 4; use(cudaEvent_t); }
  { int A = B < 3, cudaEvent_t = 4; use(cudaEvent_t); }
// CHECK:  { std::map<int, int> A = h<int, int>(P), cudaStream_t; use(cudaStream_t); }
  { std::map<int, int> A = h<int, int>(P), cudaStream_t; use(cudaStream_t); }
// CHECK:  { std::map<int, int> A, cudaGraph_t; use(cudaGraph_t); }
  { std::map<int, int> A, cudaGraph_t; use(cudaGraph_t); }
}
