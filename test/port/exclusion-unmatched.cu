// A region that is never closed reaches to the end of the file; includes,
// strings and findings in it are left out too. That it is not closed is said.
// RUN: %port %s | FileCheck %s --match-full-lines
int *before(int *P) { cudaFree(P); return P; } // CHECK: int *before(int *P) { musaFree(P); return P; }
// MUSIFY_EXCL_START
#include <cuda_runtime.h> // CHECK: #include <cuda_runtime.h>
const char *S = "cudaMalloc"; // CHECK: const char *S = "cudaMalloc";
#if __CUDA_ARCH__ >= 800 // CHECK: #if __CUDA_ARCH__ >= 800
#endif
void after(int *P) { cudaFree(P); cudaNoSuchName(P); } // CHECK: void after(int *P) { cudaFree(P); cudaNoSuchName(P); }

// CHECK: === said, exit status 1
// CHECK: {{.*}}exclusion-unmatched.cu:5:4: warning: no `MUSIFY_EXCL_STOP` follows, so the rest of the file is left alone {{.*}}
// CHECK: 1 edit
