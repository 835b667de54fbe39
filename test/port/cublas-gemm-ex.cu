// There is no `mublasSgemmEx`: the call stays and names `mublasGemmEx`, which
// `cublasGemmEx` becomes.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cublas_v2.h>
void f(cublasHandle_t H, const float *A, void *C) {
  cublasSgemmEx(H, CUBLAS_OP_N, CUBLAS_OP_N, 1, 1, 1, A, A, CUDA_R_16F, 1, A, CUDA_R_16F, 1, A, C, CUDA_R_16F, 1); // CHECK: cublasSgemmEx(H, MUBLAS_OP_N, MUBLAS_OP_N, 1, 1, 1, A, A, MUSA_R_16F, 1, A, MUSA_R_16F, 1, A, C, MUSA_R_16F, 1);
  cublasGemmEx(H, CUBLAS_OP_N, CUBLAS_OP_N, 1, 1, 1, A, A, CUDA_R_16F, 1, A, CUDA_R_16F, 1, A, C, CUDA_R_16F, 1, CUBLAS_COMPUTE_32F, CUBLAS_GEMM_DEFAULT); // CHECK: mublasGemmEx(H, MUBLAS_OP_N, {{.*}}, MUBLAS_GEMM_DEFAULT);
  cublasGemmEx(H, CUBLAS_OP_N, CUBLAS_OP_N, 1, 1, 1, A, A, CUDA_R_16F, 1, A, CUDA_R_16F, 1, A, C, CUDA_R_16F, 1, CUDA_R_32F, CUBLAS_GEMM_DEFAULT); // CHECK: mublasGemmEx(H, {{.*}}, MUSA_R_32F, MUBLAS_GEMM_DEFAULT);
}
struct Mine { void cublasSgemmEx(); };     // CHECK: struct Mine { void cublasSgemmEx(); };
void g(Mine &M) { M.cublasSgemmEx(); }     // CHECK: void g(Mine &M) { M.cublasSgemmEx(); }

// CHECK: === said, exit status 1
// CHECK: cublas-gemm-ex.cu:6:3: error: `cublasSgemmEx` cannot be ported by name; absent; use mublasGemmEx [MUSA0101 unsupported-name]
// CHECK-NOT: {{.*mublasSgemmEx.*}}
// CHECK-NOT: {{.*not parsed.*}}
