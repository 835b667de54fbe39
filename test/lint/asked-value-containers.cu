// The compute capability is followed through arrays and through containers of
// numbers, but not through what says something else about them.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': warning:'
#include <array>
#include <cuda_runtime.h>
#include <tuple>
#include <utility>
#include <vector>
long DeviceSm[16], DeviceMemory[16];
struct Context {
  int Arch[2];
  int Blocks[2];
};
void fill(Context &C, int D) {
  cudaDeviceProp P;
  cudaGetDeviceProperties(&P, D);
  C.Arch[0] = P.major;
  C.Arch[1] = P.minor;
  C.Blocks[0] = P.multiProcessorCount;
  DeviceSm[D] = P.major * 100 + P.minor * 10;
  DeviceMemory[D] = P.totalGlobalMem;
}
int intensity(int D) { return DeviceSm[D] > 500 ? 20 : DeviceMemory[D] > 500; }
// CHECK: cu:[[#@LINE-1]]:31: warning: this compares the compute capability of an NVIDIA device, from `cudaDeviceProp`, with a number;
unsigned bytes(Context *C) { return 4 * (C->Arch[0] < 3) + (C->Blocks[0] < 3); }
// CHECK: cu:[[#@LINE-1]]:42: warning: {{.*}}MUSA0302
std::pair<int, int> capability(int D) {
  cudaDeviceProp P;
  cudaGetDeviceProperties(&P, D);
  return {P.major, P.minor};
}
bool first(int D) { return capability(D).first >= 8; }
// CHECK: cu:[[#@LINE-1]]:28: warning: {{.*}}MUSA0302
bool bound(int D) {
  auto [Major, Minor] = capability(D);
  return Major >= 8;
  // CHECK: cu:[[#@LINE-1]]:10: warning: {{.*}}MUSA0302
}
bool whole(int D) { return capability(D) >= std::make_pair(8, 0); }
// CHECK: cu:[[#@LINE-1]]:28: warning: {{.*}}MUSA0302
bool tied(const cudaDeviceProp &P) { return std::make_tuple(P.major, P.minor) >= std::make_tuple(8, 6); }
// CHECK: cu:[[#@LINE-1]]:63: warning: {{.*}}MUSA0302
bool older(const cudaDeviceProp &P, const cudaDeviceProp &Q) { return std::make_pair(P.major, P.minor) < std::make_pair(Q.major, Q.minor); }
std::vector<int> All;
void addAll(const cudaDeviceProp *P, int N) {
  for (int I = 0; I < N; ++I)
    All.push_back(P[I].major * 10 + P[I].minor);
}
bool any() {
  if (All.size() > 8 || All.at(0) == 70 || All[1] == 75)
    // CHECK: cu:[[#@LINE-1]]:25: warning: {{.*}}MUSA0302
    // CHECK: cu:[[#@LINE-2]]:44: warning: {{.*}}MUSA0302
    return false;
  for (int Sm : All)
    if (Sm >= 80)
      // CHECK: cu:[[#@LINE-1]]:9: warning: {{.*}}MUSA0302
      return true;
  return false;
}
std::array<int, 2> two(const cudaDeviceProp &P) { return {P.major, P.minor}; }
bool last(const cudaDeviceProp &P) { return std::get<0>(two(P)) > 7; }
// CHECK: cu:[[#@LINE-1]]:45: warning: {{.*}}MUSA0302
std::pair<int, bool> mixed(const cudaDeviceProp &P) { return {P.major, P.warpSize > 4}; }
bool flag(const cudaDeviceProp &P) { return mixed(P).second > 4; }
