// The capability becomes text, or a number with a fraction, before it is
// compared. Text with no digit, and text of something else, is none.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': warning:'
#include <cstdio>
#include <cstring>
#include <cuda_runtime.h>
#include <string>
bool text(const cudaDeviceProp &P) {
  std::string Sm = std::to_string(P.major) + "." + std::to_string(P.minor);
  std::string Count = std::to_string(P.multiProcessorCount);
  return Sm == "8.0" || Sm != "none" || Count == "80";
  // CHECK: cu:[[#@LINE-1]]:10: warning: this compares the compute capability of an NVIDIA device, from `cudaDeviceProp`, with a number; MUSA devices use another numbering (2.1, 2.2, 3.1) [MUSA0302 capability-test]
}
bool written(const cudaDeviceProp &P) {
  char Sm[8], Count[8];
  snprintf(Sm, 8, "%d.%d", P.major, P.minor);
  snprintf(Count, 8, "%d", P.multiProcessorCount);
  return !strcmp(Sm, "8.0") || !strcmp(Count, "80") || !strcmp(Sm, Count);
  // CHECK: cu:[[#@LINE-1]]:18: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
}
struct Info {
  float Capability, Clock;
};
void fill(Info &I, const cudaDeviceProp &P) {
  I.Capability = P.major + 0.1f * P.minor;
  I.Clock = P.clockRate * 1e-6f;
}
bool real(const Info &I, const cudaDeviceProp &P) {
  double Both = P.major + P.minor / 10.0;
  return I.Capability < 3.5f || I.Clock < 3.5f || Both >= 7.5;
  // CHECK: cu:[[#@LINE-1]]:10: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
  // CHECK: cu:[[#@LINE-2]]:51: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
}
__global__ void scale(float *Out, float Clock, const float *In) { Out[0] = Clock > 3.5f ? In[0] : 0; }
