// Dispatch keys, the allocator, events and CUB below ATen.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <ATen/cuda/CUDAEvent.h> // CHECK: #include <torch_musa/csrc/core/MUSAEvent.h>
#include <ATen/cuda/cub.cuh> // CHECK: #include <ATen/musa/cub.muh>
#include <c10/cuda/CUDACachingAllocator.h> // CHECK: #include <torch_musa/csrc/core/MUSACachingAllocator.h>
#include <torch/library.h>
TORCH_LIBRARY_IMPL(mine, AutogradCUDA, m) {} // CHECK: TORCH_LIBRARY_IMPL(mine, AutogradPrivateUse1, m) {}
TORCH_LIBRARY_IMPL(mine, AutocastCUDA, m) {} // CHECK: TORCH_LIBRARY_IMPL(mine, AutocastPrivateUse1, m) {}
TORCH_LIBRARY_IMPL(mine, AutogradCPU, m) {} // CHECK: TORCH_LIBRARY_IMPL(mine, AutogradCPU, m) {}
void f(c10::DispatchKeySet Keys) {
  bool Sparse = Keys.has(c10::DispatchKey::SparseCUDA); // CHECK: bool Sparse = Keys.has(c10::DispatchKey::SparsePrivateUse1);
  bool Meta = Keys.has(c10::DispatchKey::Meta); // CHECK: bool Meta = Keys.has(c10::DispatchKey::Meta);
  at::cuda::CUDAEvent Event; // CHECK: at::musa::MUSAEvent Event;
  Event.record(at::cuda::getCurrentCUDAStream()); // CHECK: Event.record(at::musa::getCurrentMUSAStream());
  auto *Memory = c10::cuda::CUDACachingAllocator::raw_alloc(64); // CHECK: auto *Memory = c10::musa::MUSACachingAllocator::raw_alloc(64);
}

// CHECK: === said, exit status 0
