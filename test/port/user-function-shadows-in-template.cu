// Only the instantiation could tell the user's function from the API's: a
// person must.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

int cudaFree(const char *Name, int N) { return Name != nullptr; } // CHECK: int cudaFree(const char *Name, int N) { return Name != nullptr; }
template <typename T> void f(T P) {
  cudaFree(P); // CHECK: cudaFree(P);
}

// CHECK: === said, exit status 1
// CHECK-NEXT: user-function-shadows-in-template.cu:8:3: warning: `cudaFree` may be yours or the SDK's here; not changed [MUSA0107 ambiguous-name]
// CHECK: by engine: preprocessor 1
// CHECK-NEXT: 1 finding: 1 warning
