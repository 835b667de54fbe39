// A name that current CUDA has dropped becomes what replaced it.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
void f() { cudaThreadSynchronize(); } // CHECK: void f() { musaDeviceSynchronize(); }

// CHECK: === said, exit status 1
// CHECK-NEXT: removed-name.cu:4:12: warning: `cudaThreadSynchronize` was removed from current CUDA; replaced by cudaDeviceSynchronize [MUSA0104 removed-name]
// CHECK: 2 edits
// CHECK: 1 finding: 1 warning
