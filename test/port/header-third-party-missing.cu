// A missing header of a third party never stops a port, and it is told.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <torch_of_somebody/extension.h> // CHECK: #include <torch_of_somebody/extension.h>
#include <cuda_runtime.h>                // CHECK: #include <musa_runtime.h>

torch_of_somebody::Tensor f(torch_of_somebody::Tensor In, cudaStream_t S) { // CHECK: torch_of_somebody::Tensor f(torch_of_somebody::Tensor In, musaStream_t S) {
  auto Out = In.empty_like();
  cudaMemcpyAsync(Out.data(), In.data(), In.bytes(), cudaMemcpyDefault, S); // CHECK: musaMemcpyAsync(Out.data(), In.data(), In.bytes(), musaMemcpyDefault, S);
  return Out;
}
cudaError_t g(int *P) { return cudaFree(P); } // CHECK: musaError_t g(int *P) { return musaFree(P); }

// CHECK: === said, exit status 0
// CHECK: 6 edits
// CHECK: 0 findings
// CHECK-NEXT: 1 file not parsed completely
// CHECK-NEXT: header-third-party-missing.cu: {{.*}}header `torch_of_somebody/extension.h` not found{{.*}}
