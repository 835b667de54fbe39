// The capability kept in a local variable that never changes is judged by its
// value; one that may change is followed, too. A parameter is none.
// RUN: not %musify lint %s --no-config -q | FileCheck %s
#include <cuda_runtime.h>
void fill(int *P);
bool all(cudaDeviceProp P, int Given) {
  int Both = P.major * 10 + P.minor;
  const int Major = P.major;
  if (Both >= 80)
    // CHECK: capability-variable.cu:[[@LINE-3]]:{{.*}}MUSA0302
    return true;
  bool Ampere = Major == 8;
  // CHECK: capability-variable.cu:[[@LINE-5]]:{{.*}}MUSA0302
  int Filled = P.major;
  fill(&Filled);
  // CHECK: capability-variable.cu:[[@LINE+3]]:10:{{.*}}MUSA0302
  // CHECK-NOT: MUSA0302

  return Filled >= 8 || Given >= 8 || Ampere;
}
