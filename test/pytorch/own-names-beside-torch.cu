// In code that uses PyTorch the user's own class with PyTorch's names keeps them:
// with the headers the parse tells whose a method is.
// RUN: %port %s -I %S/Inputs | FileCheck %s --match-full-lines
#include <torch/all.h>
struct Buffer { bool is_cuda() const; };
bool f(at::Tensor T, Buffer B) {
  return T.is_cuda() && B.is_cuda(); // CHECK: return T.is_privateuseone() && B.is_cuda();
}

// CHECK: === said, exit status 0
