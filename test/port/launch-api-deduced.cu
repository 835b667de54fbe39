// A kernel template whose arguments the call deduces has no address by its bare
// name: the launch stays, and a person is told.
// RUN: %port %s --launch=api | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
template <typename T> __global__ void scale(T *P, int N);
void f(float *P) {
  scale<<<1, 1>>>(P, cudaMemcpyDefault); // CHECK: scale<<<1, 1>>>(P, musaMemcpyDefault);
}

// CHECK: === said, exit status 1
// CHECK-NEXT: launch-api-deduced.cu:7:8: warning: {{.*}} [MUSA0007 launch]
// CHECK: 1 finding: 1 warning
