// PTX with a translation becomes C++: an expression, or a block where the statement has several steps.
// RUN: %port %s | FileCheck %s --match-full-lines
__device__ unsigned lane() {
  unsigned L;
  asm("mov.u32 %0, %%laneid;" : "=r"(L));
  // CHECK:   L = (__get_laneid() & 31);
  return L;
}
__device__ void order() {
  asm volatile("membar.gl;" ::: "memory");
  // CHECK:   __threadfence();
}
__device__ void store(int *P, unsigned A) {
  asm volatile("{\n\t"
               ".reg .b32 t;\n\t"
               "shl.b32 t, %1, 4;\n\t"
               "st.global.cg.s32 [%0+8], t;\n\t"
               "}" ::"l"(P), "r"(A));
  // CHECK:        {
  // CHECK-NEXT:     unsigned t = unsigned(A) << 4;
  // CHECK-NEXT:     *(int *)((char *)P + 8) = int(t);
  // CHECK-NEXT:   }
}
__device__ void choose(bool B, float &X) {
  if (B)
    asm("mov.b64 {%0, %1}, %2;" : "=f"(X), "=f"((&X)[1]) : "l"(7ll));
  else
    X = 0;
  // CHECK:        if (B)
  // CHECK-NEXT:     {
  // CHECK-NEXT:       const unsigned long long in2 = (unsigned long long)7ll;
  // CHECK:          }
  // CHECK-NEXT:   else
}

// CHECK: === said, exit status 0
