// `x.cuda()` has no counterpart, and says so also where the code has a
// namespace of that name.
// RUN: %port %s | FileCheck %s
#include <torch/extension.h>
namespace at { namespace cuda { int helper(); } }
auto A = torch::ones({1}).cuda();
// CHECK: auto A = torch::ones({1}).cuda();
// CHECK: === said, exit status 1
// CHECK: to-cuda.cu:6:27: error: `cuda` cannot be ported by name; write .to(at::kPrivateUse1)
