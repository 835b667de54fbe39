// A function of the API that is not called but named.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

struct Table {
  cudaError_t (*Release)(void *); // CHECK: musaError_t (*Release)(void *);
};
Table Functions = {&cudaFree};                   // CHECK: Table Functions = {&musaFree};
cudaError_t (*Wait)(void) = cudaDeviceSynchronize; // CHECK: musaError_t (*Wait)(void) = musaDeviceSynchronize;

// CHECK: === said, exit status 0
// CHECK: by engine: ast 4, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
