// A shuffle of a numbered lane beside shared memory and barriers, by the text: it is reported unless all groups may have
// the same value or only the first is there.
// RUN: not %musify lint %s --no-config -q --engine=lexer >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
#include <cuda_runtime.h>
__device__ float maxOf(float V) {
  __shared__ Storage Temp[4];
  float Most = Reduce(Temp[threadIdx.y]).of(V);
  return Most = __shfl_sync(0xffffffff, Most, 0);
  // CHECK: cu:[[#@LINE-1]]:17: warning: {{.*}}`__shfl_sync(0xffffffff, Most, 0)` has no width argument{{.*}}MUSA0202
}
__global__ void leader(int *P, int N) {
  __shared__ int S[64];
  int Warp = __shfl_sync(~0u, (threadIdx.x / 32) % 4, 0);
  // CHECK: cu:[[#@LINE-1]]:14: warning: {{.*}}; 2 more in this function
  bool Valid = __shfl_sync(~0u, N > 3 && N > Warp, 0);
  S[threadIdx.x] = Valid;
  __syncthreads();
  if (threadIdx.y < N)
    P[threadIdx.x] = __shfl_sync(~0u, N * Warp, Warp);
}
__device__ int rotated(int V, int O) { return __shfl_sync(~0u, V, threadIdx.x + O); }
// CHECK: cu:[[#@LINE-1]]:47: warning: {{.*}}`__shfl_sync(~0u, V, threadIdx.x + O)`
__device__ void registers(int *P) {
  __shared__ int S[32];
  int Each[4] = {P[threadIdx.x], 0, 0, S[0]};
  for (int I = 0; I < 4; ++I)
    P[I] = __shfl_sync(~0u, Each[I], 0);
  // CHECK: cu:[[#@LINE-1]]:12: warning: {{.*}}`__shfl_sync(~0u, Each[I], 0)`
}
__global__ void __launch_bounds__(128) bounded(int *P) { *P = __shfl_sync(~0u, threadIdx.x / 32, 0); }
// CHECK: cu:[[#@LINE-1]]:63: warning: {{.*}}`__shfl_sync(~0u, threadIdx.x / 32, 0)`

// Sums that each group reads from shared memory, and reduces.
__device__ float block(float V) {
  __shared__ float S[32];
  if (threadIdx.x % 32 == 0)
    S[threadIdx.x / 32] = V;
  __syncthreads();
  V = S[threadIdx.x % 32];
  for (int O = 16; O > 0; O /= 2)
    V += __shfl_xor_sync(~0u, V, O);
  return __shfl_sync(~0u, V, 0);
}
__device__ int one(int V) {
  __shared__ int Total;
  int Mine = Total;
  return __shfl_sync(~0u, Mine, 0) + __shfl_sync(~0u, Total, 0);
}
// Groups of 128 threads, and a lane near the thread's own.
__device__ int quarters(int V) {
  return __shfl_sync(~0u, threadIdx.x / 128, 0) + __shfl_sync(~0u, V / ours::NumThreadsPerWarpGroup, 0) +
         __shfl_sync(~0u, V, (threadIdx.x & ~3) + 1);
}
// Only the first group comes there.
__global__ void first(int *P, int V) {
  int warp_id = threadIdx.x / 32;
  if (warp_id == 0) {
    V = __shfl_sync(~0u, V + threadIdx.x, 0);
  }
  if (threadIdx.x < 32)
    *P = __shfl_sync(~0u, V + threadIdx.x, 0);
  if (!warp_id && P)
    *P = __shfl_sync(~0u, V + threadIdx.x, 0);
}
__global__ void returns(int *P, int V) {
  if (threadIdx.x >= 32)
    return;
  *P = __shfl_sync(~0u, V + threadIdx.x, 0);
}
// An argument of the kernel, and a block that is one group.
__global__ void argument(int *P, int V) {
  __syncthreads();
  *P = __shfl_sync(~0u, V, 0);
}
__global__ void launched(int *P, int V) { *P = __shfl_sync(~0u, V + threadIdx.x, 0); }
void launch(int *P) { launched<<<1, 32>>>(P, 1); }
__global__ void __launch_bounds__(32) bounded32(int *P, int V) {
  *P = __shfl_sync(~0u, V + threadIdx.x, 0);
}
