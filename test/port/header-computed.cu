// A header's name that comes from a macro is told, not guessed.
// RUN: %port %s | FileCheck %s --match-full-lines
#define HEADER <cuda_runtime.h> // CHECK: #define HEADER <cuda_runtime.h>
#include HEADER // CHECK: #include HEADER

// CHECK: === said, exit status 1
// CHECK-NEXT: header-computed.cu:4:10: warning: a macro gives the header's name; check what it includes on MUSA [MUSA0108 computed-include]
// CHECK-NEXT: #include HEADER
// CHECK-NEXT: ^~~~~~
// CHECK: 0 edits
// CHECK-NEXT: 1 finding: 1 warning
// CHECK-NEXT: by rule: computed-include 1
