// A macro of the user that is called like the API's function.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#define cudaGetDevice(X) (*(X) = 0) // CHECK: #define cudaGetDevice(X) (*(X) = 0)
int f(int *N) { return cudaGetDevice(N); } // CHECK: int f(int *N) { return cudaGetDevice(N); }
int g(int *N) { return cudaSetDevice(*N); } // CHECK: int g(int *N) { return musaSetDevice(*N); }

// CHECK: === said, exit status 0
// CHECK: by rule: header 1, mapped-name 1
// CHECK: 0 findings
// CHECK-NOT: {{.+}}
