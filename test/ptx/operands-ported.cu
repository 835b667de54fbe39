// Names of CUDA in the operands of a statement are ported with it.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
__device__ unsigned f() {
  unsigned R;
  asm("add.u32 %0, %1, 1;" : "=r"(R) : "r"(unsigned(cudaErrorInvalidValue)));
  // CHECK:   R = unsigned(unsigned(musaErrorInvalidValue)) + 1u;
  return R;
}
