// PyTorch's names stand in its namespaces: what the project calls so at global
// scope is another thing, with a parse and without one.
// RUN: %port %s --engine=lexer | FileCheck %s --match-full-lines
// RUN: %port %s | FileCheck %s --match-full-lines
#include <c10/cuda/CUDAGuard.h>
#include <torch/extension.h>
struct CUDAGuard { int Device; }; // CHECK: struct CUDAGuard { int Device; };
void f() {
  c10::cuda::CUDAGuard Theirs(0); // CHECK: c10::musa::MUSAGuard Theirs(0);
  CUDAGuard Mine;                 // CHECK: CUDAGuard Mine;
}
