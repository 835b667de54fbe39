// RUN: %port %s --direction m2c | FileCheck %s
// MUSA's names go back to CUDA's, headers too; launches stay.
// CHECK: #include <cuda_runtime.h>
#include <musa_runtime.h>
// CHECK: #include <cublas_v2.h>
#include <mublas.h>

__global__ void scale(float *x) { x[threadIdx.x] *= 2; }

int main() {
  float *x;
  // CHECK: cudaError_t status = cudaMalloc(&x, 256);
  musaError_t status = musaMalloc(&x, 256);
  // CHECK: scale<<<1, 64>>>(x);
  scale<<<1, 64>>>(x);
  // CHECK: cublasHandle_t handle;
  mublasHandle_t handle;
  // CHECK: return status == cudaSuccess && cudaFree(x) == cudaSuccess;
  return status == musaSuccess && musaFree(x) == musaSuccess;
}
// CHECK: === said, exit status 0
// CHECK-NOT: not parsed completely
