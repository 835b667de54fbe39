// At global scope, a function of the user with another signature than the
// API's is another function.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

int cudaMalloc(const char *Name) { return Name != nullptr; } // CHECK: int cudaMalloc(const char *Name) { return Name != nullptr; }

int f(void **P) {
  cudaMalloc(P, 8);         // CHECK: musaMalloc(P, 8);
  return cudaMalloc("own"); // CHECK: return cudaMalloc("own");
}

// CHECK: === said, exit status 0
// CHECK: by engine: ast 1, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
