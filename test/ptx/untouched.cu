// MUSA's own assembly, that in branches that only MUSA compiles, and barriers of the compiler stay.
// RUN: %port %s | FileCheck %s --match-full-lines
__device__ void f(int *P, int &V) {
  asm volatile(".mtx\nld1.acquire.sys %0.s32, [%1].global;" : "=R"(V) : "R"(P));
  asm volatile("LSU.BAR.SLC.NEW" ::: "memory");
  asm volatile("" ::: "memory");
#ifdef __MUSA__
  asm("mov.u32 %0, %%laneid;" : "=r"(V));
#endif
}
// CHECK: === said, exit status 0
// CHECK: 0 edits
// CHECK-NEXT: 0 findings
