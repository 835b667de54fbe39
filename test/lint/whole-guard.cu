// All of the source stands below a macro of the project, which no flag defines:
// it is parsed as if the build defined it.
// RUN: not %musify lint %s --format=text 2>&1 | FileCheck %s
#ifdef HOUSE_NV_BACKEND
#include <cuda_runtime.h>
__device__ int first(int v) {
  return __shfl_sync(0xffffffffu, v, 0); // CHECK: whole-guard.cu:[[#@LINE]]:{{[0-9]+}}: warning
}
#endif
