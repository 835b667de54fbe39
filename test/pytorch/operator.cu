// A PyTorch operator without PyTorch's headers: names, headers, dispatch keys and
// the methods of tensors become torch_musa's.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <torch/extension.h>
#include <ATen/cuda/CUDAContext.h> // CHECK: #include <torch_musa/csrc/aten/musa/MUSAContext.h>
#include <c10/cuda/CUDAGuard.h>    // CHECK: #include <torch_musa/csrc/core/MUSAGuard.h>
// CHECK: #define CHECK_CUDA(x) TORCH_CHECK(x.is_privateuseone(), #x " must be a CUDA tensor")
#define CHECK_CUDA(x) TORCH_CHECK(x.is_cuda(), #x " must be a CUDA tensor")
at::Tensor f(at::Tensor A) {
  CHECK_CUDA(A); // CHECK: CHECK_CUDA(A);
  const at::cuda::OptionalCUDAGuard Guard(device_of(A)); // CHECK: const at::musa::OptionalMUSAGuard Guard(device_of(A));
  cudaStream_t S = at::cuda::getCurrentCUDAStream(); // CHECK: musaStream_t S = at::musa::getCurrentMUSAStream();
  auto B = at::empty({4}, A.options().device(at::kCUDA)); // CHECK: auto B = at::empty({4}, A.options().device(at::kPrivateUse1));
  // CHECK: if (A.device().type() == c10::DeviceType::PrivateUse1)
  if (A.device().type() == c10::DeviceType::CUDA)
    C10_CUDA_CHECK(cudaGetLastError()); // CHECK: C10_MUSA_CHECK(musaGetLastError());
  AT_CUDA_CHECK(cudaGetLastError());    // CHECK: AT_MUSA_CHECK(musaGetLastError());
  return B;
}
TORCH_LIBRARY_IMPL(mine, CUDA, m) {} // CHECK: TORCH_LIBRARY_IMPL(mine, PrivateUse1, m) {}
TORCH_LIBRARY_IMPL(mine, CPU, m) {}  // CHECK: TORCH_LIBRARY_IMPL(mine, CPU, m) {}

// CHECK: === said, exit status 0
