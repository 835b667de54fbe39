// `cu` and `cuda` are words, not names of the API.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
namespace cu { int cuda(int N); }   // CHECK: namespace cu { int cuda(int N); }
namespace cuda { int cupti = 1; }   // CHECK: namespace cuda { int cupti = 1; }
struct nvcudas { int cu, cuda; };   // CHECK: struct nvcudas { int cu, cuda; };
int f(int cu, int *CUDA) {          // CHECK: int f(int cu, int *CUDA) {
  int cuda = cu + ::cuda::cupti;    // CHECK: int cuda = cu + ::cuda::cupti;
  cudaFree(CUDA);                   // CHECK: musaFree(CUDA);
  return cu::cuda(cuda);            // CHECK: return cu::cuda(cuda);
}
#if 0
int cu = cuda + cu::cuda;           // CHECK: int cu = cuda + cu::cuda;
#endif

// CHECK: === said, exit status 0
// CHECK: by rule: header 1, mapped-name 1
// CHECK-NEXT: by engine: ast 1, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
