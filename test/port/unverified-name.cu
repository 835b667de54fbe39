// A regular renaming without evidence is ported and told apart; by
// --unverified it is kept, or an error.
// RUN: %port %s | FileCheck %s --match-full-lines --check-prefixes=CHECK,CHECK-PORT
// RUN: %port %s --unverified=keep | FileCheck %s --match-full-lines --check-prefixes=CHECK,CHECK-KEEP
// RUN: %port %s --unverified=error | FileCheck %s --match-full-lines --check-prefixes=CHECK,CHECK-ERROR
#include <cuda_runtime.h> // CHECK: #include <musa_runtime.h>
int f() {
  // CHECK-PORT:  return musaGraphicsUnmapResources(1, nullptr, 0);
  // CHECK-KEEP:  return cudaGraphicsUnmapResources(1, nullptr, 0);
  // CHECK-ERROR: return cudaGraphicsUnmapResources(1, nullptr, 0);
  return cudaGraphicsUnmapResources(1, nullptr, 0);
}

// CHECK-PORT:       === said, exit status 0
// CHECK-PORT:       0 findings
// CHECK-PORT-NEXT:  unverified: 1 name at 1 place
// CHECK-KEEP:       === said, exit status 1
// CHECK-KEEP-NEXT:  unverified-name.cu:11:10: warning: `cudaGraphicsUnmapResources` would become `musaGraphicsUnmapResources`, but there is no evidence that MUSA provides it; not changed [MUSA0102 unverified-name]
// CHECK-KEEP:       1 finding: 1 warning
// CHECK-ERROR:      === said, exit status 1
// CHECK-ERROR-NEXT: unverified-name.cu:11:10: error: `cudaGraphicsUnmapResources` would become `musaGraphicsUnmapResources`, but there is no evidence that MUSA provides it; not changed [MUSA0102 unverified-name]
// CHECK-ERROR:      1 finding: 1 error
