// Code that counts lanes in 32s throughout, or by `warpSize` throughout, has
// no finding: groups of 32 lanes shuffle alike on all architectures.
// RUN: %musify lint %s --no-config >%t.out 2>%t.err
// RUN: not grep . %t.out
#include <cooperative_groups.h>
#include <cuda_runtime.h>
namespace cg = cooperative_groups;
constexpr unsigned All = 0xffffffff;

// A tree of 16, 8, 4, 2, 1 stays within the group, whatever the width is.
__device__ float sumOf32(float V) {
  for (int O = 16; O > 0; O >>= 1)
    V += __shfl_down_sync(0xffffffff, V, O);
  return V;
}
template <typename T> __device__ T maxOf32(T V) {
#pragma unroll
  for (int O = 16; O; O /= 2)
    V = max(V, __shfl_xor_sync(All, V, O));
  return __shfl_sync(All, V, 0, 32);
}
__global__ void blockSum(float *Out, const float *In) {
  __shared__ float Sums[32];
  int Lane = threadIdx.x & 31, Warp = threadIdx.x >> 5;
  float V = sumOf32(In[threadIdx.x]);
  if (Lane == 0)
    Sums[Warp] = V;
  __syncthreads();
  if (Warp == 0)
    *Out = maxOf32(sumOf32(Sums[Lane]));
}
__global__ void compact(int *Out, int Keep) {
  unsigned Votes = __ballot_sync(All, Keep);
  Out[threadIdx.x] = __popc(Votes & ((1u << (threadIdx.x % 32)) - 1));
}
__global__ void tile(int *Out) {
  auto Tile = cg::tiled_partition<32>(cg::this_thread_block());
  Out[Tile.thread_rank()] = threadIdx.x / 32;
}
// Shuffles within less than a group.
__device__ int pair(int V) { return __shfl_sync(All, V, 0, 2); }

// By `warpSize`, without masks.
__global__ void partition(int *Out) {
  Out[threadIdx.x] = threadIdx.x / warpSize + threadIdx.x % warpSize;
}
// One block is one group.
__global__ void __launch_bounds__(32) small(int *Out) {
  Out[threadIdx.x] = __shfl_sync(All, Out[0], threadIdx.x % 32);
}
// The user's own constant of this name is 32.
namespace mine {
constexpr int warpSize = 32;
__global__ void own(int *Out) {
  Out[threadIdx.x % warpSize] = __shfl_sync(All, 1, 0, warpSize);
}
}
// Not about lanes: bits of data, tiles of a matrix.
__global__ void bits(const int *Word, int *Out, int N) {
  Out[N % 32] = Word[threadIdx.x] >> 5 & 31;
  Out[N / 32] = threadIdx.x * 4 % 32 + warpSize;
}
// An array that a test keeps the lanes within.
__global__ void guarded(float *Out) {
  static __shared__ float Sums[32];
  int Lane = threadIdx.x % warpSize, Warp = threadIdx.x / warpSize;
  Sums[Warp] = Lane;
  *Out = threadIdx.x < blockDim.x / warpSize ? Sums[Lane] : 0;
}
