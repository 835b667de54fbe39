// The number of a group of threads is none of a thread: dividing it by 32 is
// arithmetic about data.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
#include <cuda_runtime.h>
__global__ void bitOfRow(const int *Bits, int *Out) {
  int Row = (threadIdx.x + blockIdx.x * blockDim.x) / warpSize;
  Out[Row] = Bits[Row / 32] >> Row % 32 & 1;
}
// What goes from warp to warp through the data is no thread either.
__global__ void bitsOfRows(const int *Bits, int *Out, int N) {
  for (int I = threadIdx.x % warpSize; I < N; I += warpSize)
    Out[I] = Bits[I / 32] >> I % 32 & 1;
}
// Threads of so many warps, counted in 32s.
#define WARPS_PER_BLOCK 4
__global__ void block(int *Out) {
  __shared__ int Part[32 * WARPS_PER_BLOCK];
  int Size = WARPS_PER_BLOCK * 32, Rows = *Out * 32;
  Part[threadIdx.x] = Size + Rows;
  Out[threadIdx.x / warpSize] = Part[0];
  // CHECK: cu:[[#@LINE-1]]:21: error: {{.*}} (`WARPS_PER_BLOCK * 32`) [MUSA0201
}
