// A header that no unit includes is parsed by itself.
// RUN: %port %s | FileCheck %s --match-full-lines
#pragma once
#include <cuda_runtime.h> // CHECK: #include <musa_runtime.h>
template <typename T> struct Pool {
  void cudaFree(T *P) { ::cudaFree(P); } // CHECK: void cudaFree(T *P) { ::musaFree(P); }
  void clear(T *P) { cudaFree(P); }      // CHECK: void clear(T *P) { cudaFree(P); }
};
inline void release(void *P) { cudaFree(P); } // CHECK: inline void release(void *P) { musaFree(P); }

// CHECK: === said, exit status 0
// CHECK: by engine: ast 2, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
