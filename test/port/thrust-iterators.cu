// What reversed, permuted and discarding iterators point to can be assigned: no
// unit that does so is left without an AST.
// RUN: %musify port %s --no-cache 2>&1 >/dev/null | FileCheck %s --implicit-check-not="not parsed"
// CHECK: by engine: ast
#include <cuda_runtime.h>
#include <thrust/device_ptr.h>
#include <thrust/iterator/discard_iterator.h>
#include <thrust/iterator/permutation_iterator.h>
#include <thrust/iterator/reverse_iterator.h>

template <class Iterator, class T> __host__ __device__ void put(Iterator At, T Value) {
  At[0] = Value;
  *At = Value;
}

void run(float *Values, int *Order) {
  auto Reversed = thrust::make_reverse_iterator(Values + 4);
  put(Reversed, 1.0f);
  put(thrust::make_permutation_iterator(Values, Order), 2.0f);
  put(thrust::make_discard_iterator(), 3);
  *Reversed.base() = 4.0f;
  cudaDeviceSynchronize();
}
