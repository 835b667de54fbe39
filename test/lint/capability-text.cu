// Device properties straight from a function of PyTorch, whose headers are not
// here: no parse sees the expression. Other fields and other functions are no
// capability.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': warning:'
#include <ATen/cuda/CUDAContext.h>
#include <cuda_runtime.h>
bool isAmpere() { return at::cuda::getCurrentDeviceProperties()->major >= 8; }
// CHECK: cu:[[#@LINE-1]]:{{[0-9]+}}: warning: this compares the compute capability of an NVIDIA device, from `{{.*}}getCurrentDeviceProperties`, with a number; {{.*}} [MUSA0302 capability-test]
void check(int Device) {
  auto *P = at::cuda::getDeviceProperties(Device); // the AST's
  TORCH_CHECK(at::cuda::getDeviceProperties(Device)->major * 10 +
                  at::cuda::getDeviceProperties(Device)->minor == 90, "no");
  // CHECK: cu:[[#@LINE-2]]:{{[0-9]+}}: warning: {{.*}}MUSA0302
  int Many = at::cuda::getCurrentDeviceProperties()->multiProcessorCount > 8;
  int Major = at::cuda::getCurrentDeviceProperties()->major;
}
bool own() { return mine::version()->major >= 8; }
// What a port of it says is the same: the rule knows both sides' names.
// RUN: not %musify port %s -o %t.mu && not %musify lint %t.mu --no-config -q | FileCheck %s --check-prefix=PORTED
// PORTED-COUNT-2: warning: {{.*}}MUSA0302
