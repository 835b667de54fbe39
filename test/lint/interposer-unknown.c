// Of a function without a known counterpart nothing more is said than that.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out
#include <cuda.h>
CUresult cuDeviceSetMemPool(CUdevice D, CUmemoryPool P) {
  // CHECK: c:[[#@LINE-1]]:10: warning: `cuDeviceSetMemPool` is a CUDA function, and your code defines it in the SDK's place; no MUSA function is known to take its calls [MUSA0505
  return CUDA_SUCCESS;
}
