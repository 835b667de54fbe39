// Adjacent literals are one string: neither half is a name.
// RUN: %port %s --strings | FileCheck %s --match-full-lines
const char *A = "cudaMalloc" " failed"; // CHECK: const char *A = "cudaMalloc" " failed";
const char *B = "in "
                "cudaMalloc";
// CHECK:      const char *B = "in "
// CHECK-NEXT: "cudaMalloc";

// CHECK: === said, exit status 0
// CHECK: 0 edits
// CHECK-NEXT: 0 findings
