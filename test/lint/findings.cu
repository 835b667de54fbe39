// Findings are printed as a compiler prints them; help once a rule. A name that
// a port renames is none. The exit status is 1, and the file stays.
// RUN: rm -rf %t && mkdir %t && cp %s %t/a.cu && cd %t
// RUN: %S/../cli/Inputs/status.sh 1 %musify lint a.cu >out 2>err
// RUN: FileCheck %s --input-file=out --match-full-lines --strict-whitespace
// RUN: FileCheck %s --input-file=err --check-prefix=SUMMARY --match-full-lines
// RUN: cmp %s a.cu
// SUMMARY:1 file checked: 2 errors, 0 warnings, 0 notes; 2 that --fix settles
#include <cuda_runtime.h>
__device__ void f(int *P) {
  asm volatile("mov.u32 %0, %%laneid;" : "=r"(*P));
  asm volatile("trap;");
}
int g() { return cudaDeviceSynchronize() == cudaSuccess; }

//      CHECK:a.cu:11:3: error: MUSA's compiler may compile inline PTX to wrong values: in C++: `*P = (__get_laneid() & 31)` [MUSA0401 inline-ptx]
// CHECK-NEXT:  asm volatile("mov.u32 %0, %%laneid;" : "=r"(*P));
// CHECK-NEXT:  ^~~
// CHECK-NEXT:help: write it with built-in functions, or exclude it from MUSA builds with `#ifndef __MUSA__`; see `musify explain MUSA0401`
// CHECK-NEXT:a.cu:12:3: error: MUSA's compiler may compile inline PTX to wrong values: in C++: `__trap()`{{.*}} [MUSA0401 inline-ptx]
// CHECK-NEXT:  asm volatile("trap;");
// CHECK-NEXT:  ^~~
//  CHECK-NOT:{{.}}
