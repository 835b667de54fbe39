// Both results of a comparison, the second one its opposite, with a third
// predicate that the first may overwrite.
// RUN: %port %s --unverified=port | FileCheck %s
__device__ int both(int A, int B) {
  int D;
  asm("{ .reg .pred p, q; setp.lt.s32 p|q, %1, %2; @p mov.s32 %0, 1; @q mov.s32 %0, 2; }" : "=r"(D) : "r"(A), "r"(B));
  // CHECK:      const bool x = int(A) < int(B);
  // CHECK-NEXT: bool p = x;
  // CHECK-NEXT: bool q = !x;
  // CHECK-NEXT: if (p) D = 1;
  // CHECK-NEXT: if (q) D = 2;
  return D;
}
__device__ int chained(float A, float B, int N) {
  int D;
  asm("{ .reg .pred p, q; setp.gt.s32 p, %3, 0; setp.neu.and.f32 p|q, %1, %2, !p; selp.s32 %0, 1, 0, q; }"
      : "=r"(D) : "f"(A), "f"(B), "r"(N));
  // CHECK:      bool p = int(N) > 0;
  // CHECK-NEXT: const bool x = A != B;
  // CHECK-NEXT: const bool y = !p;
  // CHECK-NEXT: p = x && y;
  // CHECK-NEXT: bool q = !x && y;
  return D;
}
__device__ int exclusive(unsigned A, unsigned B) {
  int D;
  asm("{ .reg .pred p; setp.ne.u32 p, %1, 0; setp.hs.xor.u32 p, %1, %2, p; selp.s32 %0, 1, 0, p; }"
      : "=r"(D) : "r"(A), "r"(B));
  // CHECK: p = (unsigned(A) >= unsigned(B)) != p;
  return D;
}
// CHECK: === said
