// Without a compile database C++17 is assumed, or C++20 where a file needs it.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
template <typename T> concept Small = sizeof(T) < 8;
template <Small T> void f(T *P) {
  cudaFree(P); // CHECK: musaFree(P);
}

// CHECK: === said, exit status 0
// CHECK-NOT: not parsed
