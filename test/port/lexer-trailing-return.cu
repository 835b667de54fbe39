// Without a parse: a type behind the `->` of a function is no member.
// RUN: %port %s --engine=lexer | FileCheck %s --match-full-lines --strict-whitespace
#include <cuda_runtime.h>

// CHECK:auto free(int *P) -> musaError_t;
auto free(int *P) -> cudaError_t;
// CHECK:static inline auto N::S::stream(int I) const noexcept -> musaStream_t { return X; }
static inline auto N::S::stream(int I) const noexcept -> cudaStream_t { return X; }
struct S {
// CHECK:  auto operator()(int I) & noexcept(true) -> musaEvent_t *;
  auto operator()(int I) & noexcept(true) -> cudaEvent_t *;
};
// CHECK:std::function<auto(int) -> musaError_t> F;
std::function<auto(int) -> cudaError_t> F;
void lambdas(T *A, T **B, T C()) {
// CHECK:  use([](int I) -> musaError_t { return f(I); });
  use([](int I) -> cudaError_t { return f(I); });
// CHECK:  return [&, A = g()]() mutable -> musaStream_t { return h(); };
  return [&, A = g()]() mutable -> cudaStream_t { return h(); };
// CHECK:  run([=] __device__ (int I) -> musaEvent_t { return E[I]; });
  run([=] __device__ (int I) -> cudaEvent_t { return E[I]; });
// CHECK:  run([]<class U>(U I) -> musaGraph_t { return I; });
  run([]<class U>(U I) -> cudaGraph_t { return I; });
// CHECK:  C()->cudaEvent_t = A->cudaStream_t + B[0]->cudaGraph_t + B[0](1)->cudaError_t + (*B)->cudaEvent_t;
  C()->cudaEvent_t = A->cudaStream_t + B[0]->cudaGraph_t + B[0](1)->cudaError_t + (*B)->cudaEvent_t;
// CHECK:  auto D = make(A)->cudaStream_t;
  auto D = make(A)->cudaStream_t;
}
// CHECK:#define CALL(...) run([&]() -> musaError_t { return __VA_ARGS__(); })
#define CALL(...) run([&]() -> cudaError_t { return __VA_ARGS__(); })
