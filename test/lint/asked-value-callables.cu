// The answer comes from a function that is a value, or from one of the
// project's that hands an attribute on.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': warning:'
#include <atomic>
#include <cuda_runtime.h>
#include <functional>
#include <optional>
int smOf(int D) {
  cudaDeviceProp P;
  cudaGetDeviceProperties(&P, D);
  return P.major * 10 + P.minor;
}
int countOf(int D) {
  cudaDeviceProp P;
  cudaGetDeviceProperties(&P, D);
  return P.multiProcessorCount;
}
std::function<int(int)> Ask = [](int D) { return smOf(D); };
std::function<int(int)> Count = countOf;
int (*Pointer)(int) = &smOf;
bool called() { return Ask(0) >= 80 || Count(0) >= 80 || Pointer(0) == 75; }
// CHECK: cu:[[#@LINE-1]]:24: warning: this compares the compute capability of an NVIDIA device, from `cudaDeviceProp`, with a number; MUSA devices use another numbering (2.1, 2.2, 3.1) [MUSA0302 capability-test]
// CHECK: cu:[[#@LINE-2]]:58: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
std::optional<int> maybe(bool Is) { return Is ? std::optional<int>(smOf(0)) : std::nullopt; }
std::atomic<int> Shared{0};
void share() { Shared.store(smOf(0)); }
bool held() { return maybe(true).value_or(0) >= 80 || Shared.load() > 70; }
// CHECK: cu:[[#@LINE-1]]:22: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
// CHECK: cu:[[#@LINE-2]]:55: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
bool functor() { return std::greater_equal<int>()(smOf(0), 80) || std::less<int>()(countOf(0), 80); }
// CHECK: cu:[[#@LINE-1]]:51: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
int attribute(cudaDeviceAttr A, int D) {
  int Value = 0;
  cudaDeviceGetAttribute(&Value, A, D);
  return Value;
}
int attributeOf0(cudaDeviceAttr A) { return attribute(A, 0); }
void write(int *To, cudaDeviceAttr A) { cudaDeviceGetAttribute(To, A, 0); }
bool wrapped() {
  auto Get = [](cudaDeviceAttr A) { return attributeOf0(A); };
  const cudaDeviceAttr Which = cudaDevAttrComputeCapabilityMajor;
  int Minor = 0, Threads = 0;
  write(&Minor, cudaDevAttrComputeCapabilityMinor);
  write(&Threads, cudaDevAttrMaxThreadsPerBlock);
  return attribute(cudaDevAttrComputeCapabilityMajor, 0) >= 8 || Minor == 6 || Threads == 1024 ||
  // CHECK: cu:[[#@LINE-1]]:10: warning: {{.*}}from `cudaDeviceGetAttribute`{{.*}}MUSA0302
  // CHECK: cu:[[#@LINE-2]]:66: warning: {{.*}}from `cudaDeviceGetAttribute`{{.*}}MUSA0302
         attribute(cudaDevAttrMaxThreadsPerBlock, 0) >= 512 || attributeOf0(Which) < 7 ||
         // CHECK: cu:[[#@LINE-1]]:64: warning: {{.*}}from `cudaDeviceGetAttribute`{{.*}}MUSA0302
         Get(cudaDevAttrMultiProcessorCount) > 80;
}
