// A line splice inside a name is told, not repaired.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
void f(int *P) {
  cuda\
Free(P);
  cudaFree(\
P);
}
// CHECK:      cuda\
// CHECK-NEXT: Free(P);
// CHECK-NEXT: musaFree(\
// CHECK-NEXT: P);

// CHECK: === said, exit status 1
// CHECK-NEXT: spliced-name.cu:5:3: warning: a line splice splits this CUDA name; not changed [MUSA0503 spliced-name]
// CHECK: by engine: ast 1, preprocessor 1
// CHECK-NEXT: 1 finding: 1 warning
