// The host compares the size of a warp with 32, whatever the kernels assume.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not=': warning:' --implicit-check-not=': error:'
#include <cuda_runtime.h>
bool direct(const cudaDeviceProp &P) { return P.warpSize == 32; }
// CHECK: cu:[[#@LINE-1]]:49: warning: this compares the size of a warp, from `cudaDeviceProp`, with 32; `warpSize` is 128 on mp_21 and mp_22 [MUSA0205 host-warp-size]
constexpr int Lanes = 4 * 8;
void check(const cudaDeviceProp *P) {
  if (Lanes != P->warpSize)
    throw 1;
  // CHECK: cu:[[#@LINE-2]]:19: warning: this compares the size of a warp
}
int attribute() {
  int W;
  cudaDeviceGetAttribute(&W, cudaDevAttrWarpSize, 0);
  return W == 32;
  // CHECK: cu:[[#@LINE-1]]:10: warning: this compares the size of a warp, from `cudaDeviceGetAttribute`, with 32
}
struct Device {
  int Warp;
  explicit Device(const cudaDeviceProp &P) : Warp(P.warpSize) {}
  bool is32() const { return Warp == 32; }
  // CHECK: cu:[[#@LINE-1]]:30: warning: this compares the size of a warp
};
// Another number, another size, and none at all.
bool other(const cudaDeviceProp &P) { return P.warpSize == 64; }
bool block(const cudaDeviceProp &P) { return P.maxThreadsPerBlock == 32; }
int count(const cudaDeviceProp &P, int N) { return N / P.warpSize; }
struct Mine {
  int warpSize;
};
bool mine(const Mine &M) { return M.warpSize == 32; }
