// nvcc's macro is the number 1: PyTorch's headers make a template argument of
// it.
// RUN: %musify port %s -v 2>&1 | FileCheck %s
// CHECK-NOT: not parsed completely
// CHECK: by engine: ast 1
template <int Nvcc = __NVCC__> struct Checked {};
Checked<> Made;
void wait() { cudaDeviceSynchronize(); }
