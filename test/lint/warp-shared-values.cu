// A shuffle without a width is harmless where it does not matter which group of
// 32 lanes it reads from: all groups have the same, or there is only one.
// RUN: %musify lint %s --no-config -q 2>&1 | count 0
#include <cuda_runtime.h>
constexpr unsigned All = 0xffffffff;
constexpr int Lanes = 32;

// Each group reduces all partial sums: lane 0 of any has the total.
template <int Groups> __device__ float total(float *Part, float V) {
  int Group = threadIdx.x / Lanes, Lane = threadIdx.x % Lanes;
  for (int O = Lanes / 2; O > 0; O /= 2)
    V += __shfl_xor_sync(All, V, O);
  if (Lane == 0)
    Part[Group] = V;
  __syncthreads();
  if (Lane < Groups)
    V = Part[Lane];
  for (int O = Groups / 2; O > 0; O /= 2)
    V += __shfl_xor_sync(All, V, O);
  return __shfl_sync(All, V, 0);
}
__global__ void largest(float *Out, const float *In) {
  __shared__ float Part[8];
  int Lane = threadIdx.x & 31;
  float Most = In[threadIdx.x];
  Most = max(Most, In[threadIdx.x + blockDim.x]);
  Part[threadIdx.x >> 5] = Most;
  __syncthreads();
  Most = Lane < 8 ? Part[Lane] : 0;
  for (int O = 4; O > 0; O /= 2)
    Most = max(Most, __shfl_xor_sync(All, Most, O));
  Most = __shfl_sync(All, Most, 0);
  Out[threadIdx.x] = total<8>(Part, Most);
}
// A table that lies in the lanes of each group.
__constant__ float Steps[16];
__global__ void lookUp(float *Out, const unsigned char *In) {
  const float *Table = Steps;
  const float Mine = threadIdx.x % 32 < 16 ? Table[threadIdx.x % 32] : 0;
  auto Find = [&](int I) { return __shfl_sync(All, Mine, I); };
  Out[threadIdx.x] = Find(In[threadIdx.x] & 15);
  Out[threadIdx.x + 1] = __shfl_sync(All, Mine, In[threadIdx.x] >> 4);
}
// A template that no one instantiates here.
template <int Groups, int Size = 32>
__device__ float sum(float *Part, float V) {
  int Group = threadIdx.x / Size, Lane = threadIdx.x % Size;
  Part[Group] = V;
  __syncthreads();
  if (Lane < Groups)
    V = Part[Lane];
  return __shfl_sync(All, V, 0);
}
// Only the first group comes here.
__global__ void suffixes(int *Bins) {
  const int Thread = threadIdx.x;
  if (Thread < Lanes) {
    int V = Bins[Thread];
    Bins[Thread] = V + __shfl_sync(All, V, 0);
  }
}
// A block has only one group.
__global__ void start(int *P) {
  int V = *P + threadIdx.x;
  P[threadIdx.x] = __shfl_sync(All, V, 0);
}
void run(int *P, cudaStream_t S) {
  start<<<1, 32, 0, S>>>(P);
  start<<<dim3(4), dim3(8, 2), 0, S>>>(P);
}
// One lane of each part of a group holds the same argument.
__global__ void broadcast(int *Out, int Arg) {
  int V = (threadIdx.x & 7) == 0 ? Arg : 0;
  int W = threadIdx.x % 16 == 0 ? Arg : 0;
  Out[threadIdx.x] = __shfl_sync(All, V, 0) + __shfl_sync(All, W, 0);
}
// The class says how large its block is.
template <int kBlockSize> struct Agent {
  __device__ Agent() { static_assert(kBlockSize == 32, "one warp a block"); }
  __device__ int best(int V) { return __shfl_sync(All, V, 0); }
};
template <int BlockThreads> __device__ int asserted(int V) {
  static_assert(BlockThreads <= 32, "");
  return __shfl_sync(All, V, 0);
}
__global__ __launch_bounds__(32) void bounded(int *P) {
  P[threadIdx.x] = __shfl_sync(All, P[threadIdx.x], 0);
}
