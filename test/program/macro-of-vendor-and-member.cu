// A macro of a branch for HIP moves with its uses. A member of the same name is
// the project's, at its declaration and behind `.` and `->`, with a parse and
// without one.
// RUN: %port %s | FileCheck %s
// RUN: %port %s --engine=lexer | FileCheck %s
#ifdef __HIP__
#define cudaMalloc hipMalloc // not musaMalloc
// CHECK: #define musaMalloc hipMalloc
#endif
#include <cuda_runtime.h>
struct Pool {
  void *cudaMalloc(size_t);                  // CHECK: void *cudaMalloc(size_t);
  void *f() { return this->cudaMalloc(3); }  // CHECK: this->cudaMalloc(3);
  void *g() { return cudaMalloc(3); }        // CHECK: return cudaMalloc(3);
};
void h(Pool &P, Pool *Q) {
  void *X;
  cudaMalloc(&X, 3); // CHECK: {{^  }}musaMalloc(&X, 3);
  Q->cudaMalloc(1);  // CHECK: Q->cudaMalloc(1);
  P.cudaMalloc(3);   // CHECK: P.cudaMalloc(3);
}
