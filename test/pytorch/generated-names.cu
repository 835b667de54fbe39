// Headers that torch_musa generates have torch_musa's names in them.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <ATen/cuda/EmptyTensor.h> // CHECK: #include <ATen/musa/EmptyTensor.h>
#include <ATen/cuda/detail/TensorInfo.cuh> // CHECK: #include <ATen/musa/detail/TensorInfo.muh>
#include <ATen/native/cuda/Resize.h> // CHECK: #include <ATen/native/musa/Resize.h>
#include <c10/cuda/driver_api.h> // CHECK: #include <torch_musa/csrc/core/driver_api.h>
void f(at::Tensor T) {
  T = at::detail::empty_cuda({1}, at::kFloat); // CHECK: T = at::detail::empty_musa({1}, at::kFloat);
  at::native::resize_bytes_cuda(T.storage().unsafeGetStorageImpl(), 64); // CHECK: at::native::resize_bytes_musa(T.storage().unsafeGetStorageImpl(), 64);
  C10_CUDA_DRIVER_CHECK(cuInit(0)); // CHECK: C10_MUSA_DRIVER_CHECK(muInit(0));
}
namespace my { void empty_cuda(); }
void g() { my::empty_cuda(); } // CHECK: void g() { my::empty_cuda(); }

// CHECK: === said, exit status {{[01]}}
