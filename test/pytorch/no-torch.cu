// Code that does not use PyTorch may have names like PyTorch's.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
struct CUDAStream { cudaStream_t S; bool is_cuda() const; }; // CHECK: struct CUDAStream { musaStream_t S; bool is_cuda() const; };
enum class DeviceType { CPU, CUDA }; // CHECK: enum class DeviceType { CPU, CUDA };
constexpr int kCUDA = 1; // CHECK: constexpr int kCUDA = 1;
bool f(CUDAStream S, DeviceType T) { // CHECK: bool f(CUDAStream S, DeviceType T) {
  return S.is_cuda() && T == DeviceType::CUDA; // CHECK: return S.is_cuda() && T == DeviceType::CUDA;
}

// CHECK: === said, exit status 0
