// A device's name in a string is told, with or without an index; other strings
// are not.
// RUN: %port %s | FileCheck %s
// RUN: %port %s --strings | FileCheck %s --check-prefix=STRINGS
#include <torch/torch.h>
auto A = at::Device("cuda");
auto B = torch::Device("cuda:1");
auto C = torch::Device("cuda:x");
auto D = torch::Device("cpu");
// CHECK: at::Device("cuda");
// CHECK: torch::Device("cuda:1");
// CHECK: === said, exit status 1
// CHECK: device-names.cu:6:22: warning: string `cuda` is a CUDA name; on MUSA it is `musa`; `musify port --strings` changes it [MUSA0501 string-name]
// CHECK: device-names.cu:7:25: warning: string `cuda`
// CHECK-NOT: device-names.cu:8
// STRINGS: at::Device("musa");
// STRINGS: torch::Device("musa:1");
// STRINGS: torch::Device("cuda:x");
