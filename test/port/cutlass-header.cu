// Headers of CUTLASS that MUTLASS has are renamed, others are reported.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cutlass/array.h> // CHECK: #include <mutlass/array.h>
#include <cutlass/gemm/device/gemm_universal_adapter.h> // CHECK: #include <mutlass/gemm/device/gemm_universal_adapter.h>
#include <cutlass/cuda_host_adapter.hpp> // CHECK: #include <mutlass/musa_host_adapter.hpp>
#include <cute/tensor.hpp> // CHECK: #include <mute/tensor.hpp>
#include <cutlass/gemm/device/gemm.h> // CHECK: #include <cutlass/gemm/device/gemm.h>
#include <cute/arch/mma_sm80.hpp> // CHECK: #include <cute/arch/mma_sm80.hpp>

// CHECK: === said, exit status 1
// CHECK: cutlass-header.cu:7:11: error: `cutlass/gemm/device/gemm.h` cannot be ported by name; MUTLASS 0.1.1 {{.*}}
// CHECK: cutlass-header.cu:8:11: error: `cute/arch/mma_sm80.hpp` cannot be ported by name; MUTLASS 0.1.1 {{.*}}
// CHECK: 2 findings: 2 errors
