// Rules for types, enumerators, macros, members and namespaces. What the parse
// says is the user's own stays.
// RUN: %port %s --mapping %S/Inputs/names.json | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
struct Mine { int multiProcessorCount; int cudaStream_t; };
int f(cudaDeviceProp P, Mine M) {
  cudaStream_t S; // CHECK: OurStream S;
  M.cudaStream_t = 1; // CHECK: M.cudaStream_t = 1;
  // CHECK: return P.units + M.multiProcessorCount + ourInvalid();
  return P.multiProcessorCount + M.multiProcessorCount + cudaErrorInvalidValue;
}

// CHECK: === said, exit status 1
// CHECK-NEXT: names-members.cu:10:58: error: check the value (rule `invalid`) [MUSA0109 custom-rule]
