// Scoped enumerators and enums of the user in the user's scopes.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

enum class Status { cudaSuccess, cudaErrorUnknown }; // CHECK: enum class Status { cudaSuccess, cudaErrorUnknown };
namespace my { enum cudaMemcpyKind { cudaMemcpyHostToDevice }; } // CHECK: namespace my { enum cudaMemcpyKind { cudaMemcpyHostToDevice }; }

bool f(Status S) { return S == Status::cudaSuccess; } // CHECK: bool f(Status S) { return S == Status::cudaSuccess; }
my::cudaMemcpyKind K = my::cudaMemcpyHostToDevice;    // CHECK: my::cudaMemcpyKind K = my::cudaMemcpyHostToDevice;
cudaMemcpyKind L = cudaMemcpyHostToDevice;            // CHECK: musaMemcpyKind L = musaMemcpyHostToDevice;

// CHECK: === said, exit status 0
// CHECK: by engine: ast 2, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
