// --ptx-keep leaves the statement for builds with CUDA; a second port changes nothing.
// RUN: %musify port %s -o %t.mu --ptx-keep -q
// RUN: FileCheck %s --match-full-lines --input-file=%t.mu
// RUN: cp %t.mu %t.cu && %musify port %t.cu -o %t2.mu --ptx-keep -q && cmp %t.mu %t2.mu
__device__ unsigned high(unsigned A, unsigned B) {
  unsigned R;
  asm("mul.hi.u32 %0, %1, %2;" : "=r"(R) : "r"(A), "r"(B));
  // CHECK:      {{ *}}#ifdef __MUSA__
  // CHECK-NEXT:   R = __umulhi(unsigned(A), unsigned(B));
  // CHECK-NEXT: #else
  // CHECK-NEXT:   asm("mul.hi.u32 %0, %1, %2;" : "=r"(R) : "r"(A), "r"(B));
  // CHECK-NEXT: #endif
  return R;
}
