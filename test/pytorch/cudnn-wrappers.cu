// PyTorch's wrappers of cuDNN have no counterpart under a name of theirs.
// RUN: %port %s --engine=lexer | FileCheck %s
// CHECK: #include <ATen/cudnn/Handle.h>
// CHECK: cudnn-wrappers.cu:6:11: error: `ATen/cudnn/Handle.h` cannot be ported by name; {{.*}}torch_musa/csrc/aten/mudnn
// CHECK: cudnn-wrappers.cu:8:{{[0-9]+}}: error: `getCudnnHandle` cannot be ported by name
#include <ATen/cudnn/Handle.h>
#include <ATen/ATen.h>
void f() { auto Handle = at::native::getCudnnHandle(); }
