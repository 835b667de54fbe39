// A header without a counterpart stays and is told, with what to do.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <nvml.h> // CHECK: #include <nvml.h>

// CHECK: === said, exit status 1
// CHECK-NEXT: header-unsupported.cu:3:11: error: `nvml.h` cannot be ported by name; MTML (mtml.h) is another API [MUSA0101 unsupported-name]
// CHECK: 0 edits
// CHECK-NEXT: 1 finding: 1 error
