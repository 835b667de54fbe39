// The stable ABI: its registration follows, its stream is torch_musa's, and its
// checks have no counterpart.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <torch/csrc/inductor/aoti_torch/c/shim.h>
#include <torch/csrc/stable/library.h>
__global__ void k(float *P) { *P = 1; }
void go(float *P, int Device) {
  void *S = nullptr;
  aoti_torch_get_current_cuda_stream(Device, &S); // CHECK: aoti_torch_get_current_musa_stream(Device, &S);
  k<<<1, 32, 0, static_cast<cudaStream_t>(S)>>>(P);
  STD_CUDA_KERNEL_LAUNCH_CHECK();
}
STABLE_TORCH_LIBRARY_IMPL(house, CUDA, m) { m.impl("go", TORCH_BOX(&go)); } // CHECK: STABLE_TORCH_LIBRARY_IMPL(house, PrivateUse1, m) { m.impl("go", TORCH_BOX(&go)); }
STABLE_TORCH_LIBRARY_IMPL(house, CPU, m) { m.impl("go", TORCH_BOX(&go)); } // CHECK: STABLE_TORCH_LIBRARY_IMPL(house, CPU, m) { m.impl("go", TORCH_BOX(&go)); }

// CHECK: === said, exit status 1
// CHECK: stable-abi.cu:11:3: error: `STD_CUDA_KERNEL_LAUNCH_CHECK` cannot be ported by name; {{.*}}
