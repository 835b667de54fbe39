// Tensor maps have no renaming: MUSA has descriptors of its own.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda.h> // CHECK: #include <musa.h>
// CHECK-NOT: {{.*(MUtensorMap|muTensorMap).*}}
CUresult f(CUtensorMap *M, void *P) {       // CHECK: MUresult f(CUtensorMap *M, void *P) {
  return cuTensorMapReplaceAddress(M, P);   // CHECK: return cuTensorMapReplaceAddress(M, P);
}

// CHECK: === said, exit status 1
// CHECK: tensor-map.cu:5:12: error: `CUtensorMap` cannot be ported by name; MUSA has its own descriptor API instead: MUtensorDescriptor, {{.*}} [MUSA0101 unsupported-name]
// CHECK: 2 findings: 2 errors
