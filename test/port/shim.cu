// A file that maps CUDA's names itself is finished: the shim and its uses stay.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <musa_runtime.h> // CHECK: #include <musa_runtime.h>
#define cudaMalloc musaMalloc   // CHECK: #define cudaMalloc musaMalloc
#define cudaError_t musaError_t // CHECK: #define cudaError_t musaError_t
#define cudaFree(P) musaFree(P) // CHECK: #define cudaFree(P) musaFree(P)

cudaError_t f(int **P) { // CHECK: cudaError_t f(int **P) {
  cudaFree(*P);          // CHECK: cudaFree(*P);
  return cudaMalloc(P, 4); // CHECK: return cudaMalloc(P, 4);
}
#if 0
void g(int *P) { cudaFree(P); } // CHECK: void g(int *P) { cudaFree(P); }
#endif
#undef cudaFree // CHECK: #undef cudaFree

// CHECK: === said, exit status 0
// CHECK-NEXT: shim.cu:4:9: note: the project defines `cudaError_t`, `cudaFree` and `cudaMalloc` for MUSA here, so the uses are not changed [MUSA0113 redefined-name]
// CHECK: 0 edits
