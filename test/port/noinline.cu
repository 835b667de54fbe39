// `__noinline__` is an attribute's name to the C++ library, too.
// RUN: %port %s | FileCheck %s
#include <cuda_runtime.h>
#include <memory>
// CHECK: {{^}}__device__ __noinline__ int f() { return 1; }
// CHECK-NEXT: {{^}}__attribute__((__noinline__)) int g() { return 1; }
__device__ __noinline__ int f() { return 1; }
__attribute__((__noinline__)) int g() { return 1; }
int main() { return *std::make_shared<int>(1); }

// CHECK: === said, exit status 0
// CHECK-NOT: not parsed
