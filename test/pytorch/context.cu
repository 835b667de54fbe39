// What asks PyTorch for CUDA as such answers for CUDA on MUSA as well.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <torch/torch.h>
bool ready() {
  if (!torch::hasCUDA())
    return false;
  at::globalContext().lazyInitCUDA();
  return at::globalContext().hasCUDA();
}
at::Tensor scratch() { return at::empty({1}, at::CUDA(at::kFloat)); }
DLDevice where(int I) { return DLDevice{kDLCUDA, I}; } // CHECK: DLDevice where(int I) { return DLDevice{kDLExtDev, I}; }

// CHECK: === said, exit status 1
// CHECK: context.cu:5:15: error: `hasCUDA` cannot be ported by name; false on MUSA; {{.*}}
// CHECK: context.cu:7:23: error: `lazyInitCUDA` cannot be ported by name; starts CUDA; write lazyInitDevice(at::kPrivateUse1) {{.*}}
// CHECK: context.cu:8:30: error: `hasCUDA` cannot be ported by name; {{.*}}
// CHECK: context.cu:10:50: error: `CUDA` cannot be ported by name; makes options of a CUDA tensor; {{.*}}
// CHECK: context.cu:11:41: warning: `kDLExtDev` differs from `kDLCUDA`; {{.*}}
