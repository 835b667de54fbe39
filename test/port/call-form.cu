// Where CUDA 13 passes a location, MUSA takes a device's number as CUDA 12 does.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
void f(void *P, cudaMemLocation Where) { // CHECK: void f(void *P, musaMemLocation Where) {
  cudaMemAdvise(P, 64, cudaMemAdviseSetAccessedBy, 0); // CHECK: musaMemAdvise(P, 64, musaMemAdviseSetAccessedBy, 0);
  cudaMemAdvise(P, 64, cudaMemAdviseSetAccessedBy, Where); // CHECK: musaMemAdvise(P, 64, musaMemAdviseSetAccessedBy, Where);
}

// CHECK: === said, exit status 1
// CHECK: call-form.cu:6:3: warning: MUSA's function takes the number of a device{{.*}}
