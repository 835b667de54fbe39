// A launch outside of any `#if` makes the file CUDA, whatever its suffix.
// RUN: not %musify lint %s --format=text 2>&1 | FileCheck %s
#include <cuda_runtime.h>
__global__ void k(int *p) { p[threadIdx.x] = 1; }
void run(int *p) {
  k<<<1, 2048>>>(p); // CHECK: kernel-in-cpp.cpp:[[#@LINE]]:{{[0-9]+}}: error: {{.*}}MUSA0405
}
