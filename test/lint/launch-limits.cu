// Limits in what is no `<<<>>>`: the structure that configures a launch, filled
// with braces or by assignments, and the driver's launch; constant memory adds up.
// RUN: not %musify lint %s --no-config -q --arch mp_22 | FileCheck %s
#include <cuda.h>
#include <cuda_runtime.h>
__constant__ char First[8000];
__constant__ char Second[200];
// CHECK: launch-limits.cu:[[@LINE-1]]:19: error: the constant variables up to here take 8200 bytes; mp_22 has 8192 bytes of constant memory [MUSA0406 constant-memory]
__constant__ char Third[8000];
struct Mine {
  dim3 gridDim, blockDim;
  size_t dynamicSmemBytes;
};
__global__ void k(int *P) { P[threadIdx.x] = First[0] + Second[0] + Third[0]; }
void go(int *P, CUfunction F, void **A) {
  cudaLaunchConfig_t Braces = {dim3(1), dim3(256), 128 * 1024};
  // CHECK: launch-limits.cu:[[@LINE-1]]:52: error: this launch asks for 131072 bytes of shared memory
  cudaLaunchConfig_t Set = {};
  Set.blockDim = dim3(64, 32);
  // CHECK: launch-limits.cu:[[@LINE-1]]:18: error: a block of 2048 threads; the maximum is 1024 on mp_22
  cuLaunchKernel(F, 8, 1, 1, 64, 32, 1, 100 * 1024, nullptr, A, nullptr);
  // CHECK: launch-limits.cu:[[@LINE-1]]:30: error: a block of 2048 threads
  // CHECK: launch-limits.cu:[[@LINE-2]]:41: error: this launch asks for 102400 bytes of shared memory
  // CHECK-NOT: error:
  Mine Own = {dim3(1), dim3(2048), 1 << 20};
  cuLaunchKernel(F, 4096, 1, 1, 64, 2, 1, 0, nullptr, A, nullptr);
  cudaLaunchKernelEx(&Braces, k, P);
  cudaLaunchKernelEx(&Set, k, P);
  (void)Own;
}
