// Sizes in local variables that keep their value, with or without `const`.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': error:'
#include <algorithm>
#include <cuda_runtime.h>
__global__ void kernel(float *P) { P[0] = 1; }
void read(size_t &Bytes);
void plain(float *P) {
  size_t Bytes = 100 * 1024;
  kernel<<<1, 32, Bytes>>>(P);
  // CHECK: cu:[[#@LINE-1]]:19: error: this launch asks for 102400 bytes of shared memory
}
template <int M, int N, int Stages> void tiles(float *P) {
  int Bytes = Stages * (M + N) * 64 * sizeof(short);
  int Most = std::max(Bytes, 1000) + (1 << 4);
  cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, Most);
  // CHECK: cu:[[#@LINE-1]]:77: error: this call asks for 131088 bytes of shared memory
}
template void tiles<128, 128, 4>(float *);
template void tiles<64, 64, 2>(float *);
void blocks(float *P) {
  int Threads = 2048;
  kernel<<<1, Threads>>>(P);
  // CHECK: cu:[[#@LINE-1]]:15: error: a block of 2048 threads
  dim3 Block(64, 32);
  kernel<<<1, Block>>>(P);
  // CHECK: cu:[[#@LINE-1]]:15: error: a block of 2048 threads
  dim3 Changed(64, 32);
  Changed.y = 2;
  kernel<<<1, Changed>>>(P);
}
void unknown(float *P, bool Small) {
  size_t Bytes = 100 * 1024, Read = 100 * 1024;
  if (Small)
    Bytes = 1024;
  kernel<<<1, 32, Bytes>>>(P);
  read(Read);
  kernel<<<1, 32, Read>>>(P);
}
