// All names of a namespace that moves are accounted for: one that the table does
// not have is reported, unless the project adds it to the namespace itself.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <ATen/cuda/CUDAContext.h>
namespace at::cuda { int ownTable(int); }
void f() {
  at::cuda::houseTuningTable(3); // CHECK: at::musa::houseTuningTable(3);
  c10::cuda::CUDACachingAllocator::houseTrim(); // CHECK: c10::musa::MUSACachingAllocator::houseTrim();
  at::cuda::ownTable(3); // CHECK: at::musa::ownTable(3);
  at::cuda::getCurrentDeviceProperties(); // CHECK: at::musa::getCurrentDeviceProperties();
  at::cuda::device_count(); // CHECK: at::musa::device_count();
  at::cuda::detail::TensorInfo<float, int> T; // CHECK: at::musa::detail::TensorInfo<float, int> T;
}
namespace at {
void g() { cuda::houseTrim(); } // CHECK: void g() { musa::houseTrim(); }
}

// CHECK: === said, exit status 1
// CHECK: unknown-in-namespace.cu:7:13: warning: no mapping table has `at::cuda::houseTuningTable`; {{.*}} [MUSA{{[0-9]+}} unknown-name]
// CHECK: unknown-in-namespace.cu:8:36: warning: no mapping table has `c10::cuda::CUDACachingAllocator::houseTrim`; {{.*}} [MUSA{{[0-9]+}} unknown-name]
// CHECK: unknown-in-namespace.cu:15:18: warning: no mapping table has `cuda::houseTrim`; {{.*}} [MUSA{{[0-9]+}} unknown-name]
// CHECK: 3 findings: 3 warnings
