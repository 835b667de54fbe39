// A name that exists with a difference is ported, and a person reads the note.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
cudaError_t f(int *P, cudaMemLocation L) { // CHECK: musaError_t f(int *P, musaMemLocation L) {
  return cudaMemPrefetchAsync(P, 4, L, 0, 0); // CHECK: return musaMemPrefetchAsync(P, 4, L, 0, 0);
}

// CHECK: === said, exit status 1
// CHECK-NEXT: partial-name.cu:5:10: warning: `musaMemPrefetchAsync` differs from `cudaMemPrefetchAsync`; CUDA 12 form with a device number; CUDA 13 passes a location [MUSA0103 partial-name]
// CHECK: 1 finding: 1 warning
// CHECK: partial: 1 name at 1 place
