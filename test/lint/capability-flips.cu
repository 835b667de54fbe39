// A test of the compute capability is judged as a whole, for the devices that
// there are: what is the same for all of CUDA's and MUSA's is no finding.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': warning:'
// RUN: not %musify lint %s --no-config -q --arch mp_22 | FileCheck %s --check-prefix=MP22
#include <cuda_runtime.h>
bool f(const cudaDeviceProp &P, const cudaDeviceProp &Q, int X) {
  if (P.major < 2 || (P.major == 1 && P.minor < 3))
    return false;
  if (P.major >= 2 && P.asyncEngineCount > 1)
    return true;
  if (!(P.major >= 1))
    return false;
  if (P.major < 5 || (P.major == 5 && P.minor < 3))
    // CHECK: cu:[[#@LINE-1]]:9: warning: {{.*}} (2.1, 2.2, 3.1); the test is always true there [MUSA0302 capability-test]
    return false;
  if ((P.major << 4) + P.minor >= 0x35)
    // CHECK: cu:[[#@LINE-1]]:10: warning: {{.*}} the test is always false there
    return true;
  if (P.major < 3 || X)
    // CHECK: cu:[[#@LINE-1]]:9: warning: {{.*}} the test is true on mp_21, mp_22 and false on mp_31
    // MP22: cu:[[#@LINE-2]]:9: warning: {{.*}} the test is always true there
    return true;
  // Of two devices, and with something else in it: each comparison alone.
  return P.major >= 8 && Q.major == 9 && P.major * X >= 70;
  // CHECK: cu:[[#@LINE-1]]:12: warning: {{.*}} the test is always false there
  // CHECK: cu:[[#@LINE-2]]:28: warning: {{.*}} the test is always false there
  // CHECK: cu:[[#@LINE-3]]:44: warning: {{.*}} (2.1, 2.2, 3.1) [MUSA0302
}
template <typename T> bool g(T P) { return P.major < 2 || P.major >= 7; }
bool h() { return g(cudaDeviceProp()); }
// CHECK: cu:[[#@LINE-2]]:46: warning: {{.*}} the test is always false there
