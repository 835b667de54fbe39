// nvcc's macro is the number 1: PyTorch's headers make a template argument of
// it.
// RUN: %S/../cli/Inputs/status.sh 1 %musify port %s -v -o %t.mu 2>&1 | FileCheck %s
// CHECK: 2 edits
// CHECK-NOT: not parsed completely
// CHECK: files: 0 ported, 0 unchanged, 1 with findings
template <int Nvcc = __NVCC__> struct Checked {};
Checked<> Made;
void wait() { cudaDeviceSynchronize(); }
