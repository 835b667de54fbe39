// The architecture that a kernel was compiled for is one of NVIDIA's.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not='warning: this compares'
#include <cuda_runtime.h>
__global__ void k() {}
class Context {
public:
  Context() {
    cudaFuncAttributes A;
    cudaFuncGetAttributes(&A, k);
    Version = A.ptxVersion;
    if (A.binaryVersion >= 70)
      Async = true;
    // CHECK: cu:[[#@LINE-2]]:9: warning: this compares the compute capability of an NVIDIA device, from `cudaFuncAttributes`, with a number{{.*}}MUSA0302
    if (A.maxThreadsPerBlock >= 70)
      Async = false;
  }
  int version() const { return Version; }

private:
  int Version;
  bool Async = false;
};
int size(const Context &C) { return C.version() < 30 ? 1 : 2; }
// CHECK: cu:[[#@LINE-1]]:37: warning: this compares the compute capability
