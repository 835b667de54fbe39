// Tests that all devices of both sides answer alike are no finding, wherever the
// number was kept; a reused variable is what it was given last.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not='warning: this compares'
#include <cuda.h>
struct Context {
  double computeCapability;
  double getComputeCapability() const { return computeCapability; }
};
void fill(Context &C, CUdevice D) {
  int major, minor;
  cuDeviceGetAttribute(&major, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, D);
  cuDeviceGetAttribute(&minor, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR, D);
  C.computeCapability = major + 0.1 * minor;
  if (major == 1 && minor < 2)
    return;
  if (major + 0.1 * minor < 1.3)
    return;
  if (major == 6)
    // CHECK: cu:[[#@LINE-1]]:7: warning: {{.*}}MUSA0302
    return;
  if (major >= 1 && minor < 2)
    // CHECK: cu:[[#@LINE-1]]:21: warning: {{.*}}MUSA0302
    return;
}
int block(const Context &C) { return C.getComputeCapability() < 2.0 ? 128 : 256; }
int bits(const Context &C) { return C.getComputeCapability() < 8.0 ? 2 : 3; }
// CHECK: cu:[[#@LINE-1]]:37: warning: {{.*}}MUSA0302
bool reused(CUdevice D, int &Major) {
  int value;
  cuDeviceGetAttribute(&value, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, D);
  Major = value;
  cuDeviceGetAttribute(&value, CU_DEVICE_ATTRIBUTE_SINGLE_TO_DOUBLE_PRECISION_PERF_RATIO, D);
  return value <= 4;
}
bool branches(CUdevice D, bool B) {
  int value;
  if (B) {
    cuDeviceGetAttribute(&value, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, D);
  } else {
    cuDeviceGetAttribute(&value, CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT, D);
  }
  return value <= 4;
  // CHECK: cu:[[#@LINE-1]]:10: warning: {{.*}}MUSA0302
}
