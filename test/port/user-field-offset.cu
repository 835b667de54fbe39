// `offsetof` names fields of the user.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cstddef>
#include <cuda_runtime.h>

struct Own { int cudaFree; struct { int cudaMalloc; } In; };
size_t A = offsetof(Own, cudaFree); // CHECK: size_t A = offsetof(Own, cudaFree);
size_t B = __builtin_offsetof(Own, In.cudaMalloc); // CHECK: size_t B = __builtin_offsetof(Own, In.cudaMalloc);
size_t C = sizeof(Own::cudaFree); // CHECK: size_t C = sizeof(Own::cudaFree);
size_t D = offsetof(cudaPos, y); // CHECK: size_t D = offsetof(musaPos, y);

// CHECK: === said, exit status 1
// CHECK: by engine: ast 1, preprocessor 1
// CHECK-NEXT: 1 finding: 1 warning
// CHECK-NEXT: by rule: struct-layout 1
