// Versions of CUDA's libraries, returned or written. A version that is compared
// with the SDK's own macro moves with it.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': warning: this compares'
#include <cublas_v2.h>
#include <cuda_runtime.h>
#include <nccl.h>
bool nccl() {
  int Version = 0;
  return ncclGetVersion(&Version) == ncclSuccess && Version >= 21800;
  // CHECK: cu:[[#@LINE-1]]:53: warning: this compares what `ncclGetVersion` gives with a version number of CUDA or of one of its libraries; MUSA SDKs have version numbers of their own [MUSA0303 version-test]
}
struct Info {
  int Blas;
};
void fill(Info &I, cublasHandle_t H) { cublasGetVersion(H, &I.Blas); }
bool blas(const Info &I) { return I.Blas / 1000 >= 11; }
// CHECK: cu:[[#@LINE-1]]:35: warning: {{.*}}what `cublasGetVersion` gives{{.*}}MUSA0303
bool driver() {
  int Version = 0;
  cudaDriverGetVersion(&Version);
  return Version >= CUDART_VERSION || Version == 0;
}
