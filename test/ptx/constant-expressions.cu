// Constants with operators, offsets below zero, and `{%0}`, which is `%0`.
// RUN: %port %s | FileCheck %s --match-full-lines
__device__ unsigned f(unsigned A, unsigned *P) {
  unsigned R;
  asm("shf.r.wrap.b32 %0, %1, %1, 32-2;" : "=r"(R) : "r"(A));
  // CHECK: {{.*}}R = {{.*}}30{{.*}}
  asm("add.u32 %0, %1, (1<<4)|2;" : "=r"(R) : "r"(A));
  // CHECK:   R = unsigned(A) + 18u;
  asm("and.b32 %0, %1, ~0xf0 & 0xff;" : "=r"(R) : "r"(A));
  // CHECK:   R = A & 15u;
  asm("mul.lo.u32 %0, %1, WARP_SZ;" : "=r"(R) : "r"(A));
  // CHECK:   R = unsigned(A) * 32u;
  asm("ld.global.u32 %0, [%1-4];" : "=r"(R) : "l"(P));
  // CHECK:   R = *(const unsigned *)((char *)P - 4);
  asm("ld.global.u32 %0, [%1+4*2];" : "=r"(R) : "l"(P));
  // CHECK:   R = *(const unsigned *)((char *)P + 8);
  asm("ld.global.cg.u32 {%0}, [%1];" : "=r"(R) : "l"(P));
  // CHECK:   R = *(const unsigned *)P;
  asm("and.b32 %0, %1, 0xFFU;" : "=r"(R) : "r"(A));
  // CHECK:   R = A & 0xFFu;
  return R;
}
// CHECK: === said, exit status 0
