// DLPack's devices are not PyTorch's alone: other libraries give and take them.
// RUN: %port %s --engine=lexer | FileCheck %s --match-full-lines
#include <tvm/ffi/container/tensor.h>

// CHECK: bool isOnDevice(const DLTensor *T) { return T->device.device_type == kDLExtDev; }
bool isOnDevice(const DLTensor *T) { return T->device.device_type == kDLCUDA; }
// CHECK: DLDeviceType Host = kDLCUDAHost, None = kDLCPU;
DLDeviceType Host = kDLCUDAHost, None = kDLCPU;
// CHECK: bool isOnDevice2(S A) { return A.kDLCUDA; }
bool isOnDevice2(S A) { return A.kDLCUDA; }

// CHECK: dlpack.cu:6:70: warning: `kDLExtDev` differs from `kDLCUDA`; {{.*}}
// CHECK: dlpack.cu:8:21: error: `kDLCUDAHost` cannot be ported by name; {{.*}}
