// Each block has registers of its own, though they may have the name of another's.
// RUN: %port %s | FileCheck %s --match-full-lines
__device__ unsigned inner(unsigned A) {
  unsigned R;
  asm("{ .reg .u32 t; mov.u32 t, %1; { .reg .u32 t; mov.u32 t, 7; } mov.u32 %0, t; }" : "=r"(R) : "r"(A));
  // CHECK:        {
  // CHECK-NEXT:     unsigned t = A;
  // CHECK-NEXT:     unsigned t_2 = 7u;
  // CHECK-NEXT:     R = t;
  // CHECK-NEXT:   }
  return R;
}
__device__ unsigned beside(unsigned A, unsigned long long B, unsigned long long &Q) {
  unsigned R;
  asm("{ .reg .u32 t; add.u32 t, %2, 1; mov.u32 %0, t; } { .reg .u64 t; add.u64 t, %3, 1; mov.u64 %1, t; }"
      : "=r"(R), "=l"(Q) : "r"(A), "l"(B));
  // CHECK:          unsigned t = unsigned(A) + 1u;
  // CHECK-NEXT:     R = t;
  // CHECK-NEXT:     unsigned long long t_2 = (unsigned long long)B + 1ull;
  // CHECK-NEXT:     Q = t_2;
  return R;
}
__device__ unsigned outer(unsigned A) {
  unsigned R;
  asm("{ .reg .pred p; setp.ne.u32 p, %1, 0; { .reg .u32 %%v; mov.u32 %%v, 3; @p mov.u32 %0, %%v; } }" : "=r"(R) : "r"(A));
  // CHECK:          bool p = unsigned(A) != 0u;
  // CHECK-NEXT:     unsigned v = 3u;
  // CHECK-NEXT:     if (p) R = v;
  return R;
}
// CHECK: === said, exit status 0
