// A variable that gets the capability of a device whose type Clang does not know, in a file that it parsed.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not='warning: this compares'
#include "missing.h"
#include <cuda_runtime.h>
static int balance(const DeviceInfo &Device) {
  const int major = Device.prop.major, minor = Device.prop.minor;
  if (major < 7 || (major == 7 && minor == 0))
    // CHECK: cu:[[#@LINE-1]]:7: warning: this compares the compute capability of an NVIDIA device, from `cudaDeviceProp`, with a number{{.*}}MUSA0302
    return 44;
  return 48;
}
// Another variable of the name, one that is written again, and a member of something else.
static int other(int major) { return major < 7; }
static int again(const DeviceInfo &Device) {
  int major = Device.prop.major;
  major = 3;
  return major < 7;
}
static int version(const DeviceInfo &Device) {
  int Number = Device.library.version;
  return Number < 7;
}
