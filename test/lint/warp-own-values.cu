// What differs from group to group is still a hazard, though it looks much like
// what does not (warp-shared-values.cu).
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
#include <cuda_runtime.h>
constexpr unsigned All = 0xffffffff;

// Added to after the groups had the same.
__global__ void addedTo(float *Out, const float *In) {
  __shared__ float Part[8];
  int Lane = threadIdx.x & 31;
  Part[threadIdx.x >> 5] = In[threadIdx.x];
  __syncthreads();
  float V = Part[Lane & 7];
  V += In[threadIdx.x];
  Out[threadIdx.x] = __shfl_sync(All, V, 0);
  // CHECK: cu:[[#@LINE-1]]:22: warning: {{.*}} [MUSA0202
}
// Loaded by one group only.
__global__ void oneGroup(float *Out, const float *In) {
  __shared__ float Part[8];
  int Lane = threadIdx.x & 31, Group = threadIdx.x >> 5;
  float V = Part[Group] = In[threadIdx.x];
  __syncthreads();
  if (Group == 1)
    V = Part[Lane & 7];
  Out[threadIdx.x] = __shfl_sync(All, V, 0);
  // CHECK: cu:[[#@LINE-1]]:22: warning: {{.*}} [MUSA0202
}
// An element that goes by the thread, not by the lane.
__global__ void byThread(float *Out, const float *In) {
  float V = In[threadIdx.x];
  Out[threadIdx.x] = __shfl_sync(All, V, 0);
  // CHECK: cu:[[#@LINE-1]]:22: warning: {{.*}} [MUSA0202
}
// The rows of a block lie behind each other in a warp.
__global__ void rows(int *Bins) {
  int V = Bins[threadIdx.x + threadIdx.y];
  if (threadIdx.x < 32)
    Bins[threadIdx.x] = __shfl_sync(All, V, 0);
  // CHECK: cu:[[#@LINE-1]]:25: warning: {{.*}} [MUSA0202
}
__global__ void others(int *Bins) {
  int V = Bins[threadIdx.x];
  if (threadIdx.x < 32)
    V = 1;
  else
    Bins[threadIdx.x] = __shfl_sync(All, V, 0);
  // CHECK: cu:[[#@LINE-1]]:25: warning: {{.*}} [MUSA0202
}
__global__ void start(int *P) {
  int V = *P + threadIdx.x;
  P[threadIdx.x] = __shfl_sync(All, V, 0);
  // CHECK: cu:[[#@LINE-1]]:20: warning: {{.*}} [MUSA0202
}
void run(int *P, int N) {
  start<<<1, 32>>>(P);
  start<<<1, 64>>>(P);
}
// The groups of a pair hold different values.
__global__ void ofPair(int *Out, int Arg) {
  int V = (threadIdx.x & 32) == 0 ? Arg : 0;
  int W = threadIdx.x % 24 == 0 ? Arg : 0;
  Out[threadIdx.x] = __shfl_sync(All, V, 0);
  // CHECK: cu:[[#@LINE-1]]:22: warning: {{.*}}1 more in this function [MUSA0202
  Out[threadIdx.x] += __shfl_sync(All, W, 0);
}
// What is asserted allows more than a group.
template <int kBlockSize> struct Agent {
  __device__ Agent() {
    static_assert(kBlockSize == 64, "");
    static_assert(sizeof(int) * 8 == 32, "");
  }
  __device__ int best(int V) { return __shfl_sync(All, V, 0); }
  // CHECK: cu:[[#@LINE-1]]:39: warning: {{.*}} [MUSA0202
};
// The groups have the same only after it was read.
__global__ void later(float *Out, const float *In) {
  __shared__ float Part[8];
  float V = In[threadIdx.x];
  Out[threadIdx.x] = __shfl_sync(All, V, 0);
  // CHECK: cu:[[#@LINE-1]]:22: warning: {{.*}} [MUSA0202
  Part[threadIdx.x >> 5] = V;
  __syncthreads();
  V = Part[threadIdx.x & 7];
  Out[threadIdx.x] += V;
}
// A member function may give each thread another value.
struct Source {
  const int *P;
  __device__ int get() const { return P[threadIdx.x]; }
};
__global__ void byMember(int *Out, Source From) {
  int V = From.get();
  Out[threadIdx.x] = __shfl_sync(All, V, 0);
  // CHECK: cu:[[#@LINE-1]]:22: warning: {{.*}} [MUSA0202
}
