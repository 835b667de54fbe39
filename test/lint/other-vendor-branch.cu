// Code in branches that only other vendors compile is no finding.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not=': warning:' --implicit-check-not=': error:'
// RUN: not %musify lint %s --no-config -q --engine=lexer | FileCheck %s --implicit-check-not=': warning:' --implicit-check-not=': error:'
#include <cuda_runtime.h>
bool isNew(const cudaDeviceProp &P) {
#if OUR_GPU_HIP
  return P.major == 9 && P.minor == 4;
#else
  return P.major >= 8;
  // CHECK: cu:[[#@LINE-1]]:12: warning: {{.*}}MUSA0302
#endif
}
bool isOld(const cudaDeviceProp &P) {
#if defined(USE_ROCM) || defined(USE_CUDA)
  return P.major < 8;
  // CHECK: cu:[[#@LINE-1]]:12: warning: {{.*}}MUSA0302
#endif
  return false;
}
