// Only an instantiation could tell the user's function from the API's: both get
// one name, and the call does.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

int cudaFree(const char *Name, int N) { return Name != nullptr; } // CHECK: int musaFree(const char *Name, int N) { return Name != nullptr; }
template <typename T> void f(T P) {
  cudaFree(P); // CHECK: musaFree(P);
}

// CHECK: === said, exit status 0
