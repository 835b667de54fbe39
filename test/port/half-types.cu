// `__nv_half` and `nv_half` become `__half`: `mt_half` does not exist. The
// bfloat16 types get MUSA's prefix.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_bf16.h> // CHECK: #include <musa_bf16.h>
#include <cuda_fp16.h> // CHECK: #include <musa_fp16.h>

// CHECK-NOT: {{.*}}mt_half{{.*}}
__device__ nv_half a(__nv_half X) { return X; } // CHECK: __device__ __half a(__half X) { return X; }
__device__ __half b(half X) { return X; }       // CHECK: __device__ __half b(half X) { return X; }
__device__ __nv_bfloat16 c(__nv_bfloat162 X) { return X.x; } // CHECK: __device__ __mt_bfloat16 c(__mt_bfloat162 X) { return X.x; }

// CHECK: === said, exit status {{[01]}}
// CHECK: by engine: ast 4, preprocessor 2
