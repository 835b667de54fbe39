// Random numbers: the generator, its state for kernels and its methods.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <ATen/cuda/CUDAGeneratorImpl.h> // CHECK: #include <torch_musa/csrc/aten/musa/MUSAGeneratorImpl.h>
__global__ void k(at::PhiloxCudaState State); // CHECK: __global__ void k(at::PhiloxMusaState State);
void f(c10::optional<at::Generator> G) {
  // CHECK: auto Own = at::get_generator_or_default<at::MUSAGeneratorImpl>(G, at::musa::detail::getDefaultMUSAGenerator());
  auto Own = at::get_generator_or_default<at::CUDAGeneratorImpl>(G, at::cuda::detail::getDefaultCUDAGenerator());
  at::PhiloxCudaState State = Own->philox_cuda_state(4); // CHECK: at::PhiloxMusaState State = Own->philox_musa_state(4);
  k<<<1, 1>>>(State);
}

// CHECK: === said, exit status 0
