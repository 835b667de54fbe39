// The device of an array or of a member is one device, too.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': warning:'
#include <cuda_runtime.h>
#include <vector>
struct Context { cudaDeviceProp Prop; };
int f(cudaDeviceProp *P, const Context &C, std::vector<cudaDeviceProp> &V, int I, int J) {
  int Count = 0;
  Count += P[I].major >= 8;
  // CHECK: cu:[[#@LINE-1]]:17: warning: {{.*}} the test is always false there [MUSA0302
  Count += P[I].major > 5 || (P[I].major == 5 && P[I].minor >= 2);
  // CHECK: cu:[[#@LINE-1]]:17: warning: {{.*}} the test is always false there [MUSA0302
  Count += C.Prop.major < 9;
  // CHECK: cu:[[#@LINE-1]]:19: warning: {{.*}} the test is always true there [MUSA0302
  Count += V[I].major == 7;
  // CHECK: cu:[[#@LINE-1]]:17: warning: {{.*}} the test is always false there [MUSA0302
  // What is the same everywhere is no finding.
  Count += P[I].major >= 2 && P[J].major >= 2;
  Count += C.Prop.major > 0;
  return Count;
}
