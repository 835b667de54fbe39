// Without a parse, a macro that the project always defines is the project's,
// though the SDK's header is included: the uses are a person's to decide.
// RUN: %port %s --engine=lexer | FileCheck %s
#include <cuda_runtime.h>
#define cudaFree houseFree // CHECK: #define cudaFree houseFree
void f(void *P) { cudaFree(P); } // CHECK: void f(void *P) { cudaFree(P); }
// CHECK-NOT: redefined-name
