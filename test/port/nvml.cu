// MTML is not NVML under other names: nothing is renamed, and each name says
// what comes nearest.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <nvml.h> // CHECK: #include <nvml.h>
nvmlReturn_t f(nvmlDevice_t *D) {              // CHECK: nvmlReturn_t f(nvmlDevice_t *D) {
  nvmlInit();                                  // CHECK: nvmlInit();
  return nvmlDeviceGetHandleByIndex(0, D);     // CHECK: return nvmlDeviceGetHandleByIndex(0, D);
}

// CHECK: === said, exit status 1
// CHECK: nvml.cu:4:11: error: `nvml.h` cannot be ported by name; MTML (mtml.h) is another API [MUSA0101 unsupported-name]
// CHECK: nvml.cu:6:3: error: `nvmlInit` cannot be ported by name; {{.*}}nearest is mtmlLibraryInit [MUSA0101 unsupported-name]
// CHECK: 0 edits
