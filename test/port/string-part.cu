// A CUDA name in a longer string is prose, also with --strings.
// RUN: %port %s --strings | FileCheck %s --match-full-lines
const char *A = "cudaMalloc failed";      // CHECK: const char *A = "cudaMalloc failed";
const char *B = "my cudaFree";            // CHECK: const char *B = "my cudaFree";
const char *C = "cudaMalloc\n";           // CHECK: const char *C = "cudaMalloc\n";
const char *D = R"(call
cudaMalloc(&P, 4);
)";
// CHECK:      const char *D = R"(call
// CHECK-NEXT: cudaMalloc(&P, 4);
// CHECK-NEXT: )";
const char *E = "cuda";                   // CHECK: const char *E = "cuda";
const char *F = "";                       // CHECK: const char *F = "";
char G = 'c';                             // CHECK: char G = 'c';

// CHECK: === said, exit status 0
// CHECK: 0 edits
// CHECK-NEXT: 0 findings
