// At global scope, functions of the user's beside the API's of one name are one
// set of overloads, and get one name.
// RUN: %port %s -v | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

int cudaMalloc(const char *Name) { return Name != nullptr; } // CHECK: int musaMalloc(const char *Name) { return Name != nullptr; }

int f(void **P) {
  cudaMalloc(P, 8);         // CHECK: musaMalloc(P, 8);
  return cudaMalloc("own"); // CHECK: return musaMalloc("own");
}

// The API's function is called nowhere: these stay.
int cudaFree(int Slot) { return Slot; } // CHECK: int cudaFree(int Slot) { return Slot; }
int g() { return cudaFree(3); }         // CHECK: int g() { return cudaFree(3); }

// CHECK: === said, exit status 0
// CHECK-NEXT: user-function-shadows.cu:6:5: note: the project defines `cudaMalloc` here, elsewhere they are the SDK's; definitions and uses are renamed together [MUSA0113 redefined-name]
