// fp8: the types and enumerators take `__mt_` and `__MT_`, the conversions
// `__musa_cvt_`; bfloat16 conversions keep their names.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_bf16.h> // CHECK: #include <musa_bf16.h>
#include <cuda_fp8.h>  // CHECK: #include <musa_fp8.h>
// CHECK-NOT: {{.*(__mt_cvt|__mt_bfloat162float|MUSA_E4M3).*}}
__device__ __nv_fp8_storage_t f(float X) { // CHECK: __device__ __mt_fp8_storage_t f(float X) {
  return __nv_cvt_float_to_fp8(X, __NV_SATFINITE, __NV_E4M3); // CHECK: return __musa_cvt_float_to_fp8(X, __MT_SATFINITE, __MT_E4M3);
}
__device__ float g(__nv_bfloat16 X, nv_bfloat16 Y, __nv_fp8_e4m3 Z, __nv_fp8x2_e4m3 W) { // CHECK: __device__ float g(__mt_bfloat16 X, __mt_bfloat16 Y, __mt_fp8_e4m3 Z, __mt_fp8x2_e4m3 W) {
  return __bfloat162float(X) + __bfloat162float(Y); // CHECK: return __bfloat162float(X) + __bfloat162float(Y);
}
struct Own { int __NV_E4M3x; }; // CHECK: struct Own { int __NV_E4M3x; };

// CHECK: === said, exit status {{[01]}}
// CHECK: unverified: 2 names at 2 places
