// What PyTorch dropped is told with the release and what took its place.
// RUN: %port %s | FileCheck %s
#include <THC/THC.h>
#include <ATen/ATen.h>
extern THCState *state;
void f() { THCudaCheck(cudaGetLastError()); }
int g(int N) { return THCCeilDiv(N, 2); }
// CHECK: void f() { C10_MUSA_CHECK(musaGetLastError()); }
// CHECK: return THCCeilDiv(N, 2);
// CHECK: === said, exit status 1
// CHECK: thc.cu:3:11: warning: `THC/THC.h` was removed from current PyTorch; since 1.11
// CHECK: thc.cu:5:8: warning: `THCState` was removed from current PyTorch; since 1.11
// CHECK: thc.cu:6:12: warning: `THCudaCheck` was removed from current PyTorch; since 1.11
// CHECK: thc.cu:7:23: warning: `THCCeilDiv` was removed from current PyTorch; since 1.11
