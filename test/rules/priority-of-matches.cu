// Of two rules that rewrite the same code, the one with the higher priority
// does, then the later one, and the names inside are ported. Priority does not
// matter for a rule inside of another's argument.
// RUN: %port %s --mapping %S/Inputs/priority-of-matches.json | FileCheck %s
#include <cuda_runtime.h>
void f(void **P, cudaEvent_t *E) {
  cudaFree(P[sizeof(cudaEvent_t)]);     // CHECK: high(P[sizeof(musaEvent_t)]);
  cudaFreeHost(P[sizeof(cudaEvent_t)]); // CHECK: late(P[sizeof(musaEvent_t)]);
  cudaFreeArray((cudaArray_t)P[0]);     // CHECK: match((musaArray_t)P[0]);
  cudaEventDestroy(E[cudaFree(P)]);     // CHECK: outer(E[high(P)]);
}
