// Lanes counted in 32s and by `warpSize` in one function, or by a function and
// the helper that shuffles for it: an error, with the reason.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
// Where every warp has 32 lanes, there is nothing to tell.
// RUN: %musify lint %s --no-config --arch mp_31
// RUN: %S/../cli/Inputs/status.sh 1 %musify lint %s --no-config --arch mp_22 | FileCheck %s --check-prefix=ONE
// ONE: `warpSize` is 128 on mp_22, but
#include <cooperative_groups.h>
#include <cuda_runtime.h>
#define WARP_BITS 5
#define FULL_MASK 0xffffffffu
constexpr int Lanes = 1 << WARP_BITS;

__global__ void literal(int *Out) {
  Out[threadIdx.x / warpSize] = threadIdx.x & 31;
  // CHECK: cu:[[#@LINE-1]]:21: error: `warpSize` is 128 on mp_21 and mp_22, but this function also assumes 32 lanes (`threadIdx.x & 31`) [MUSA0201 warp-size-mixed]
}
__global__ void throughMacro(int *Out) {
  int Tid = threadIdx.x + blockIdx.x * blockDim.x;
  Out[Tid % warpSize] = Tid >> WARP_BITS;
  // CHECK: cu:[[#@LINE-1]]:13: error: {{.*}}(`Tid >> WARP_BITS`)
}
__global__ void throughConstant(int *Out) {
  Out[threadIdx.x % Lanes] = threadIdx.x / warpSize;
  // CHECK: cu:[[#@LINE-1]]:44: error: {{.*}}(`threadIdx.x % Lanes`)
}
template <int Size> __global__ void throughTemplate(int *Out) {
  Out[threadIdx.x % Size] = threadIdx.x / warpSize;
  // CHECK: cu:[[#@LINE-1]]:43: error: {{.*}}(`threadIdx.x % Size`)
}
template __global__ void throughTemplate<32>(int *);
template <int Size> __global__ void otherTemplate(int *Out) {
  Out[threadIdx.x % Size] = threadIdx.x / warpSize;
}
template __global__ void otherTemplate<64>(int *);

__device__ float loop(float V) {
  for (int O = 16; O > 0; O >>= 1)
    V += __shfl_down_sync(FULL_MASK, V, O);
  return threadIdx.x % warpSize ? 0 : V;
  // CHECK: cu:[[#@LINE-1]]:24: error: {{.*}}(`for (int O = 16; O > 0; ...)`)
}
__device__ float risingLoop(float V) {
  for (int O = 1; O < Lanes; O *= 2)
    V += __shfl_xor_sync(FULL_MASK, V, O);
  return threadIdx.x % warpSize ? 0 : V;
  // CHECK: cu:[[#@LINE-1]]:24: error: {{.*}}(`for (int O = 1; O < Lanes; ...)`)
}
__global__ void tile(int *Out) {
  namespace cg = cooperative_groups;
  auto Tile = cg::tiled_partition<32>(cg::this_thread_block());
  Out[threadIdx.x / warpSize] = Tile.thread_rank();
  // CHECK: cu:[[#@LINE-1]]:21: error: {{.*}}(`cg::tiled_partition<32>(cg::this_thread_block())`)
}
__global__ void assertion() {
  if (warpSize != 32)
    return;
  // CHECK: cu:[[#@LINE-2]]:7: error: `warpSize` is 128 on mp_21 and mp_22, so `warpSize != 32` evaluates differently there
}

__device__ float sumOf32(float V) {
  for (int O = 16; O > 0; O >>= 1)
    V += __shfl_down_sync(FULL_MASK, V, O);
  return V;
}
__device__ float wrapper(float V) { return sumOf32(V); }
__global__ void calls(float *Out) {
  if (threadIdx.x % warpSize == 0)
    *Out = wrapper(Out[1]);
  // CHECK: cu:[[#@LINE-1]]:12: error: `warpSize` is 128 on mp_21 and mp_22 and this function uses it, but `wrapper` assumes 32 lanes (`for (int O = 16; O > 0; ...)`)
}
// A helper for the whole block is a whole of its own.
__device__ float blockSum(float V) {
  __shared__ float Sums[32];
  Sums[threadIdx.x / 32] = sumOf32(V);
  __syncthreads();
  return Sums[0];
}
__global__ void callsBlock(float *Out) {
  if (threadIdx.x % warpSize == 0)
    *Out = blockSum(Out[1]);
}
__device__ float sumOfAll(float V) {
  for (int O = warpSize / 2; O > 0; O >>= 1)
    V += __shfl_down_sync(__activemask(), V, O);
  return V; // CHECK: cu:[[#@LINE-1]]:27: warning: {{.*}} [MUSA0203 warp-mask]
}
__global__ void callsTheOther(float *Out) {
  if (threadIdx.x % 32 == 0)
    *Out = sumOfAll(Out[1]);
  // CHECK: cu:[[#@LINE-1]]:12: error: `warpSize` is 128 on mp_21 and mp_22 and `sumOfAll` uses it, but its caller assumes 32 lanes (`threadIdx.x % 32`)
}
