// A version that a query of the SDK's wrote, compared with a number: in a
// variable, a member, divided. Zero says that there is no driver; a version of
// the project's own, and two versions compared with each other, are none.
// RUN: not %musify lint %s --no-config -q | FileCheck %s
#include <cuda_runtime.h>
struct Info {
  int Driver, Own;
};
void ownVersion(int *Version);
bool all(Info &I) {
  int Driver = 0, Runtime = 0, Mine = 0;
  cudaDriverGetVersion(&Driver);
  cudaRuntimeGetVersion(&Runtime);
  cudaDriverGetVersion(&I.Driver);
  ownVersion(&Mine);
  bool Old = Driver < 12000;
  // CHECK: version-test.cu:[[@LINE-1]]:14: warning: this compares what `cudaDriverGetVersion` gives with a version number of CUDA or of one of its libraries; MUSA SDKs have version numbers of their own [MUSA0303 version-test]
  bool Eleven = 11 == Runtime / 1000;
  // CHECK: version-test.cu:[[@LINE-1]]:23: warning: this compares what `cudaRuntimeGetVersion` gives
  if (I.Driver >= 11020)
    // CHECK: version-test.cu:[[@LINE-1]]:7: warning: this compares what `cudaDriverGetVersion` gives
    return true;
  // CHECK-NOT: {{warning|error}}:
  return Driver == 0 || Driver >= Runtime || Mine > 12000 || I.Own > 3 || Old || Eleven;
}
