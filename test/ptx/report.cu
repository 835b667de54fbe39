// With --ptx=report nothing changes, and the message has the translation.
// RUN: not %musify port %s -o %t.mu --ptx=report 2>&1 | FileCheck %s
// RUN: FileCheck %s --check-prefix=SAME --input-file=%t.mu
// RUN: not %musify port %s --ptx=never 2>&1 | FileCheck %s --check-prefix=WRONG
// WRONG: --ptx
__device__ unsigned high(unsigned A, unsigned B) {
  unsigned R;
  asm("mul.hi.u32 %0, %1, %2;" : "=r"(R) : "r"(A), "r"(B));
  // CHECK: report.cu:[[#@LINE-1]]:3: error: MUSA's compiler may compile inline PTX to wrong values: in C++: `R = __umulhi(unsigned(A), unsigned(B))` [MUSA0401 inline-ptx]
  // SAME: {{^}}  asm("mul.hi.u32 %0, %1, %2;"
  return R;
}
