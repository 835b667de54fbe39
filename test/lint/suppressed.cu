// Comments hide findings: on their line, the next line of code, in a block; by
// id or name, one or several.
// RUN: %musify lint %s >%t.out 2>%t.err
// RUN: FileCheck %s --input-file=%t.err
// RUN: not grep . %t.out
// CHECK: 1 file checked: 0 errors, 0 warnings, 0 notes; 8 suppressed
#include <cuda_runtime.h>
const char *A = "cudaMalloc"; // musify: ignore(MUSA0501) only printed
const char *B = "cudaMalloc"; /* musify: ignore(string-name): only printed */
// musify: ignore-next-line(musa0501) only printed

// A comment between does not count as the next line.
const char *C = "cudaMalloc";
// musify: ignore-begin(MUSA0501, MUSA0401) only printed, and guarded
const char *D = "cudaMalloc";
__device__ void f(int *P) {
  asm volatile("mov.u32 %0, %%laneid;" : "=r"(*P));
}
// musify: ignore-end(inline-ptx, string-name)
// musify: ignore-next-line(MUSA0301) both branches are the same
#if CUDART_VERSION >= 12000 // musify: ignore-next-line(MUSA0501) only printed
const char *E = "cudaMalloc";
#endif
#define NAMES                                                                  \
  "cudaMalloc", /* musify: ignore(MUSA0501) only printed */                    \
      nullptr
const char *F[] = {NAMES};
