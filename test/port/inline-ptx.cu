// Inline PTX is told: MUSA's compiler assembles none.
// RUN: %port %s | FileCheck %s --match-full-lines
__device__ unsigned lane() {
  unsigned L;
  asm("mov.u32 %0, %%laneid;" : "=r"(L)); // CHECK: asm("mov.u32 %0, %%laneid;" : "=r"(L));
  asm volatile("membar.gl;" ::: "memory");  // CHECK: asm volatile("membar.gl;" ::: "memory");
  return L;
}
__device__ void multi(int *P) {
  asm volatile("{\n\t"
               "st.global.cg.s32 [%0], 1;\n\t"
               "}" ::"l"(P));
}

// CHECK: === said, exit status 1
// CHECK-NEXT: inline-ptx.cu:5:{{[0-9]+}}: error: MUSA's compiler does not accept inline PTX: `mov.u32` is an assignment, `%laneid` needs an intrinsic of the target [MUSA0401 inline-ptx]
// CHECK: inline-ptx.cu:6:{{[0-9]+}}: error: MUSA's compiler does not accept inline PTX: `membar.gl` is `__threadfence` [MUSA0401 inline-ptx]
// CHECK: inline-ptx.cu:10:{{[0-9]+}}: error: MUSA's compiler does not accept inline PTX: `st.global.cg.s32` is a plain or volatile store [MUSA0401 inline-ptx]
// CHECK: 0 edits
// CHECK-NEXT: 3 findings: 3 errors
