// A project's own namespace `at` is not PyTorch's.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
namespace at { namespace cuda { // CHECK: namespace at { namespace cuda {
struct CUDAStream { cudaStream_t S; }; // CHECK: struct CUDAStream { musaStream_t S; };
}}
at::cuda::CUDAStream current(); // CHECK: at::cuda::CUDAStream current();
bool f(const char *Name) { return Name == "cuda"; } // CHECK: bool f(const char *Name) { return Name == "cuda"; }

// CHECK: === said, exit status 0
