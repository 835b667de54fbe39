// The driver API: functions, handles, status codes.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda.h> // CHECK: #include <musa.h>

CUresult f(CUdevice D, CUcontext *C) { // CHECK: MUresult f(MUdevice D, MUcontext *C) {
  CUdeviceptr P; // CHECK: MUdeviceptr P;
  if (cuMemAlloc(&P, 4) != CUDA_SUCCESS) // CHECK: if (muMemAlloc(&P, 4) != MUSA_SUCCESS)
    return CUDA_ERROR_OUT_OF_MEMORY; // CHECK: return MUSA_ERROR_OUT_OF_MEMORY;
  return cuMemFree(P); // CHECK: return muMemFree(P);
}

// CHECK: === said, exit status 0
// CHECK: 0 findings
// CHECK-NOT: {{.+}}
