// `__CUDACC__` is 1, MUSA's macro is defined as nothing: as a truth it is asked
// with `defined`, in arithmetic it is reported.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#if __CUDACC__ // CHECK: #if defined(__MUSACC__)
struct Slots { int cudaFree(int N) { return N; } }; // CHECK: struct Slots { int cudaFree(int N) { return N; } };
#endif
#if !__CUDACC__ || (__CUDACC__ && defined(__CUDACC__)) // CHECK: #if !defined(__MUSACC__) || (defined(__MUSACC__) && defined(__MUSACC__))
#endif
#if __CUDACC__ == 1 // CHECK: #if __CUDACC__ == 1
#endif
// CHECK: {{.*}}:10:5: warning: `__CUDACC__` is used as a number, but `__MUSACC__` is defined as nothing; not changed [MUSA0301 numeric-macro]
