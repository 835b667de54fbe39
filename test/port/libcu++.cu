// Names of the C++ library are also those of cuda::std.
// RUN: %port %s 2>&1 | FileCheck %s --implicit-check-not='not parsed'
// REQUIRES: built-in-sdk
#include <cuda/std/iterator>
#include <cuda/std/type_traits>
#include <cuda/std/utility>
#include <cuda/std/variant>
// CHECK: musa::std::is_trivially_copyable<T>::value
template <class T, class U,
          typename ::cuda::std::enable_if<
              ::cuda::std::is_trivially_copyable<T>::value, int>::type = 0>
__host__ __device__ void copy(T *To, U &&From) {
  *To = ::cuda::std::forward<U>(From);
}
// CHECK: musa::std::plus<> Own;
__global__ void add(float *P) {
  copy(P, 1.0F);
  cuda::std::plus<> Own;
  *P = Own(*P, 2.0F) + cuda::std::variant<int, float>(1).index();
}
// CHECK: by engine: ast
// CHECK-NOT: lexer
