// Shuffles and warp sizes where no parse saw them.
// RUN: not %musify lint %s --no-config -q --engine=lexer | FileCheck %s --implicit-check-not=': warning:' --implicit-check-not=': error:'
#include <cuda_runtime.h>
namespace ours {
__device__ int first(int V) {
  return __shfl_sync(0xffffffff, V, 0);
  // CHECK: cu:[[#@LINE-1]]:10: warning: `warpSize` is 128 on mp_21 and mp_22, and `__shfl_sync(0xffffffff, V, 0)` has no width argument; if it defaults to `warpSize`, all lanes read from the first 32: pass 32 [MUSA0202 shuffle-width]
}
__device__ int old(int V, int Source) { return __shfl(f(V, 2), Source); }
// CHECK: cu:[[#@LINE-1]]:48: warning: {{.*}}`__shfl(f(V, 2), Source)`
struct S {
  __device__ int leader(unsigned M, int V) const {
    int L = __ffs(M) - 1;
    return __shfl_sync(M, V, L);
    // CHECK: cu:[[#@LINE-1]]:12: warning: {{.*}}`__shfl_sync(M, V, L)`
  }
};
} // namespace ours
#define BROADCAST(V, I)                                                                                                \
  __shfl_sync(0xffffffff, V, I)
// CHECK: cu:[[#@LINE-1]]:3: warning: {{.*}}`__shfl_sync(0xffffffff, V, I)`
// A width, a distance, the thread's own lane, a block that shares values, and
// one that has a single warp.
__device__ int wide(int V) { return __shfl_sync(~0u, V, 0, 32); }
__device__ int down(int V) { return __shfl_down_sync(~0u, V, 1); }
__device__ int own(int V) { return __shfl_sync(~0u, V, threadIdx.x ^ 1); }
__device__ int block(int V) {
  __shared__ int S[32];
  S[threadIdx.x / 32] = V;
  __syncthreads();
  return __shfl_sync(~0u, S[threadIdx.x % 32], 0);
}
__global__ void __launch_bounds__(32) single(int *V) { *V = __shfl_sync(~0u, *V, 0); }
__device__ int constant() { return __shfl_sync(~0u, 7, 0); }
// Names of the project's own.
struct Group {
  template <class T> __device__ T __shfl(T V, int L);
};
__device__ int method(Group &G, int V) { return G.__shfl(V, 0); }
bool size(const DeviceInfo &D) { return D.prop.warpSize != 32; }
// CHECK: cu:[[#@LINE-1]]:48: warning: this compares the size of a warp, from `cudaDeviceProp`, with 32; `warpSize` is 128 on mp_21 and mp_22 [MUSA0205 host-warp-size]
bool half(const DeviceInfo &D) { return D.prop.warpSize > 16; }
#if 0
__device__ int dead(int V) { return __shfl_sync(~0u, V, 0) + warpSize + threadIdx.x % 32; }
#elif TRIED
__device__ int tried(int V) { return __shfl_sync(~0u, V, 0); }
// CHECK: cu:[[#@LINE-1]]:38: warning: {{.*}}`__shfl_sync(~0u, V, 0)`
#endif
#if 1
__device__ int taken(int V) { return __shfl_sync(~0u, V, 0, 32); }
#else
__device__ int taken(int V) { return __shfl_sync(~0u, V, 0); }
#endif
void check(const DeviceInfo &D) {
  ASSERT(Device::warp_size == D.prop.warpSize, "another size");
  // CHECK: cu:[[#@LINE-1]]:38: warning: this compares the size of a warp, from `cudaDeviceProp`, with warp_size;
  ASSERT(D.prop.warpSize != 64 && D.prop.warpSize == D.lanes);
}
