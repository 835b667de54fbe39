// The compute capability is followed to where it is compared: through members,
// parameters, results, out parameters, globals, lambdas, templates, switches.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': warning:'
#include <algorithm>
#include <cuda.h>
#include <cuda_runtime.h>
struct Context {
  int Sm = -1;
  int Count = 0;
  Context(const cudaDeviceProp &P) : Sm(P.major * 10 + P.minor), Count(P.multiProcessorCount) {}
  bool isAmpere() const { return Sm >= 80; }
  // CHECK: cu:[[#@LINE-1]]:34: warning: this compares the compute capability of an NVIDIA device, from `cudaDeviceProp`, with a number; MUSA devices use another numbering (2.1, 2.2, 3.1) [MUSA0302 capability-test]
  bool isBig() const { return Count > 80; }
  bool isUnset() const { return Sm < 0 || Sm == 0; }
};
int smOf(int Device) {
  int Major = 0, Minor = 0;
  cudaDeviceGetAttribute(&Major, cudaDevAttrComputeCapabilityMajor, Device);
  cudaDeviceGetAttribute(&Minor, cudaDevAttrComputeCapabilityMinor, Device);
  if (Major < 7)
    // CHECK: cu:[[#@LINE-1]]:7: warning: {{.*}}from `cudaDeviceGetAttribute`
    return 0;
  return 10 * Major + Minor;
}
int other(int Device) {
  int Threads = 0;
  cudaDeviceGetAttribute(&Threads, cudaDevAttrMaxThreadsPerBlock, Device);
  return Threads;
}
const char *kernelFor(int Device) {
  if (other(Device) >= 80)
    return "wide";
  switch (smOf(Device)) {
  // CHECK: cu:[[#@LINE-1]]:11: warning: {{.*}}from `cudaDeviceGetAttribute`
  case 80:
    return "sm80";
  default:
    return "";
  }
}
void capabilityOf(int *Major, int &Minor, CUdevice D) {
  int A, B;
  cuDeviceComputeCapability(&A, &B, D);
  *Major = A;
  Minor = B;
}
bool hasTensorCores(CUdevice D) {
  int Major, Minor, Mine = 9;
  capabilityOf(&Major, Minor, D);
  return Major > 7 || (Mine == 9 && Minor == 5);
  // CHECK: cu:[[#@LINE-1]]:10: warning: {{.*}}from `cuDeviceComputeCapability`
  // CHECK: cu:[[#@LINE-2]]:37: warning: {{.*}}from `cuDeviceComputeCapability`
}
static const int Best = [] {
  int Found = 0;
  for (int I = 0; I < 4; ++I)
    Found = std::max(Found, smOf(I));
  return Found;
}();
template <typename T> T choose(int Arch, T A, T B) { return Arch >= 90 ? A : B; }
// CHECK: cu:[[#@LINE-1]]:61: warning: {{.*}}from `cudaDeviceGetAttribute`
int first() { return choose(Best, 1, 2); }
bool second() { return Best / 10 == 8; }
// CHECK: cu:[[#@LINE-1]]:24: warning: {{.*}}from `cudaDeviceGetAttribute`
struct Pair {
  int Major, Minor;
};
Pair read(const cudaDeviceProp &P) { return {P.major, P.minor}; }
bool third(const cudaDeviceProp &P) {
  auto [Major, Minor] = read(P);
  return Major >= 8 && read(P).Minor == 6;
  // CHECK: cu:[[#@LINE-1]]:10: warning: {{.*}}from `cudaDeviceProp`
  // CHECK: cu:[[#@LINE-2]]:24: warning: {{.*}}from `cudaDeviceProp`
}
bool fourth(const cudaDeviceProp &P) {
  switch (P.major) {
  // CHECK: cu:[[#@LINE-1]]:13: warning: {{.*}}capability-test
  case 8:
    return true;
  }
  return false;
}
// A number that is not handed on.
int coresOf(int Major, int Minor) { return 128; }
bool manyCores(const cudaDeviceProp &P) { int Cores = coresOf(P.major, P.minor); return Cores > 64; }
