// A default width that no mask addresses, a block of warps beyond the kernel's
// bounds, and a step of 32 below a test of `warpSize`.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not=error: --implicit-check-not=warning:
#include <cuda_runtime.h>
constexpr int Wave = 64;
__device__ int up(int V, unsigned D, int Width = Wave) {
  return __shfl_up_sync(0xffffffffu, V, D, Width);
  // CHECK: warp-blocks.cu:[[@LINE-1]]:10: {{.*}}MUSA0202
}
__global__ void __launch_bounds__(128) k(int *P) { P[threadIdx.x] = 1; }
__global__ void __launch_bounds__(512) large(int *P) { P[threadIdx.x] = 1; }
void go(int *P, const cudaDeviceProp &D) {
  k<<<1, 4 * D.warpSize>>>(P);
  // CHECK: warp-blocks.cu:[[@LINE-1]]:10: error: {{.*}}; this block then has 512 threads, and `__launch_bounds__` of `k` allows 128 [MUSA0405 block-size]
  k<<<1, 128>>>(P);
  large<<<1, 4 * D.warpSize>>>(P);
}
__global__ void tail(float *P) {
  __shared__ float S[64];
  unsigned T = threadIdx.x;
  S[T] = P[T];
  __syncthreads();
  if (T < warpSize)
    // CHECK: warp-blocks.cu:[[@LINE-1]]:{{.*}}MUSA0201
    S[T] += S[T + 32];
}
