// A number in the place of a status; 0 is success everywhere, and enumerations
// of the user are the user's.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=warning:
#include <cublas_v2.h>
#include <cuda_runtime.h>
bool equals(cudaError_t E) { return E == 2; }
// CHECK: cu:[[#@LINE-1]]:42: warning: integer literal used as a `cudaError`; MUSA's codes have the same names, but their numbers may differ [MUSA0601 status-number]
bool differs(cublasStatus_t S) { return 13 != S; }
// CHECK: cu:[[#@LINE-1]]:41: warning: integer literal used as a `cublasStatus_t`
cudaError_t made() { return (cudaError_t)999; }
// CHECK: cu:[[#@LINE-1]]:42: warning:
cudaError_t madeToo() { return static_cast<cudaError_t>(-1); }
// CHECK: cu:[[#@LINE-1]]:58: warning:
bool isZero(cudaError_t E) { return E == 0 || !E; }
bool isNamed(cudaError_t E) { return E == cudaErrorInvalidValue; }
cudaMemcpyKind kind() { return (cudaMemcpyKind)1; }
enum MyStatus { Good, Bad };
bool mine(MyStatus S) { return S == 1; }
