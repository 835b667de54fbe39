// A header that is called like one of CUDA's but stands in no table.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_of_tomorrow.h> // CHECK: #include <cuda_of_tomorrow.h>
#include <vector>             // CHECK: #include <vector>

// CHECK: === said, exit status 1
// CHECK-NEXT: header-unknown.cu:3:11: warning: header `cuda_of_tomorrow.h` looks like a CUDA header, but no mapping table has it; not changed [MUSA0106 unknown-header]
// CHECK: 0 edits
// CHECK-NEXT: 1 finding: 1 warning
// CHECK: header-unknown.cu: header `cuda_of_tomorrow.h` not found
