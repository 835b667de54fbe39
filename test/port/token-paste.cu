// `##` makes names that no table sees: a person must.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#define CALL(Name) cuda##Name // CHECK: #define CALL(Name) cuda##Name
#define JOIN(A, B) A##B       // CHECK: #define JOIN(A, B) A##B
int JOIN(my, name);           // CHECK: int JOIN(my, name);
void f(int *P) { CALL(Free)(P); } // CHECK: void f(int *P) { CALL(Free)(P); }

// CHECK: === said, exit status 1
// CHECK-NEXT: token-paste.cu:4:20: warning: `##` pastes a CUDA name from `cuda`; spell the MUSA name here by hand [MUSA0502 token-paste]
// CHECK: 1 edit
// CHECK: 1 finding: 1 warning
// CHECK-NEXT: by rule: token-paste 1
// CHECK-NOT: {{.+}}
