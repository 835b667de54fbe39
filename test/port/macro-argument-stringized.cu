// A name that a macro both calls and turns to text is edited once; the text
// follows.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
void report(const char *Text, int Code);
#define CHECK_CALL(X) report(#X, (X))
void f(int *P) {
  CHECK_CALL(cudaFree(P)); // CHECK: CHECK_CALL(musaFree(P));
}

// CHECK: === said, exit status 0
// CHECK: 2 edits
// CHECK: 0 findings
// CHECK-NOT: {{.+}}
