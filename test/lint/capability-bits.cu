// The capability as a bit of a mask, or as a number that is a condition.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not='warning: this compares'
#include <cuda_runtime.h>
constexpr unsigned Known = 1u << 7 | 1u << 8;
bool mask(cudaDeviceProp P) { return (1u << P.major) & Known; }
// CHECK: cu:[[#@LINE-1]]:47: warning: {{.*}}always false there [MUSA0302
int difference(cudaDeviceProp P) { return !(P.major - 8) ? 1 : 2; }
// CHECK: cu:[[#@LINE-1]]:47: warning: {{.*}}always true there [MUSA0302
int chosen(cudaDeviceProp P) { return P.major - 9 ? 1 : 2; }
// CHECK: cu:[[#@LINE-1]]:41: warning: {{.*}}MUSA0302
bool given(cudaDeviceProp P, unsigned Mask) { return (1u << P.major & Mask) && P.warpSize; }
// CHECK: cu:[[#@LINE-1]]:63: warning: {{.*}}MUSA0302
bool both(cudaDeviceProp P) { return (1u << P.major & Known) != 0 && P.minor; }
// CHECK: cu:[[#@LINE-1]]:47: warning: {{.*}}MUSA0302
bool all(cudaDeviceProp P) { return P.major; }
bool bits(cudaDeviceProp P) { return P.major & 0xff; }
bool other(cudaDeviceProp P) { return P.multiProcessorCount & 8; }
