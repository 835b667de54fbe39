// NCCL is MCCL, also where a part of the name says CUDA.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <nccl.h> // CHECK: #include <mccl.h>
ncclResult_t f(float *P, ncclComm_t C, cudaStream_t S, int *Device) { // CHECK: mcclResult_t f(float *P, mcclComm_t C, musaStream_t S, int *Device) {
  ncclCommCuDevice(C, Device);                              // CHECK: mcclCommMuDevice(C, Device);
  return ncclAllReduce(P, P, 1, ncclFloat, ncclSum, C, S);  // CHECK: return mcclAllReduce(P, P, 1, mcclFloat, mcclSum, C, S);
}
namespace mine { int ncclAllReduce(int N); }                // CHECK: namespace mine { int ncclAllReduce(int N); }
int g() { return mine::ncclAllReduce(1); }                  // CHECK: int g() { return mine::ncclAllReduce(1); }

// CHECK: === said, exit status {{[01]}}
// CHECK-NOT: {{.*mcclCommCuDevice.*}}
