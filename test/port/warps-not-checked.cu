// A port tells that nobody looked at functions of warps yet, and who does; a
// kernel without them is no reason.
// RUN: %port %s | FileCheck %s
// RUN: %port %S/mapped-call.cu | FileCheck %s --check-prefix=NONE
#include <cuda_runtime.h>
__device__ int get(int V, int I) { return __shfl_sync(0xffffffffu, V, I & 31); }
// CHECK: 1 file with functions of warps; `musify lint` tells where warps of MUSA differ
// NONE-NOT: musify lint
