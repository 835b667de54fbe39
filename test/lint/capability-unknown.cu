// Device properties of PyTorch, whose headers are not here: no parse knows
// their type. Members of the same name of something else are no capability.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': warning:'
#include <ATen/cuda/CUDAContext.h>
#include <cuda_runtime.h>
bool isAmpere() {
  auto dprops = at::cuda::getCurrentDeviceProperties();
  bool Is8x = dprops->major == 8 && dprops->minor >= 0;
  // CHECK: cu:[[#@LINE-1]]:23: warning: this compares the compute capability of an NVIDIA device with a number; {{.*}} [MUSA0302 capability-test]
  TORCH_CHECK(dprops->major >= 8 || Is8x, "too old");
  // CHECK: cu:[[#@LINE-1]]:23: warning: {{.*}}MUSA0302
  return Is8x && dprops->multiProcessorCount > 8;
}
int smOf() {
  const auto Props = at::cuda::getCurrentDeviceProperties();
  return Props->major * 10 + Props->minor;
}
bool isHopper() { return smOf() >= 90; }
// CHECK: cu:[[#@LINE-1]]:26: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
bool newer() {
  auto Version = at::version();
  return Version.major >= 2;
}
