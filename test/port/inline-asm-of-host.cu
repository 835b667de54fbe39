// Assembly of the host is nobody's business, nor is MUSA's own.
// RUN: %port %s | FileCheck %s --match-full-lines
int f(int X) {
  asm volatile("mfence" ::: "memory");
  asm("addl $1, %0" : "+r"(X));
  asm volatile("rep; nop");
  asm("" : "+r"(X));
  __asm__ __volatile__("lock; xaddl %0, %1\n\t" : "+r"(X), "+m"(X));
  return X;
}
register long Stack asm("rsp");
#ifdef __MUSA_ARCH__
__device__ void g(unsigned L) { asm("mov.u32 %0, %%laneid;" : "=r"(L)); }
#endif

// CHECK: === said, exit status 0
// CHECK: 0 edits
// CHECK-NEXT: 0 findings
