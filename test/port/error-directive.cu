// `#error` and `#warning` are prose.
// RUN: %port %s | FileCheck %s --match-full-lines
#if 0
#error cudaMalloc is missing // CHECK: #error cudaMalloc is missing
#warning use cudaFree        // CHECK: #warning use cudaFree
#endif

// CHECK: === said, exit status 0
// CHECK: 0 edits
// CHECK-NEXT: 0 findings
