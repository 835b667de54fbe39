// Why a statement is not translated is said once for all its instructions, and
// what to write instead.
// RUN: not %musify port %s -o %t --engine=lexer 2>&1 | FileCheck %s
#define READ(TYPE)                                                                                                     \
  asm("{ .reg ." #TYPE " t; ld." #TYPE " t, [%1]; mov." #TYPE " %0, t; }" : "=r"(V) : "l"(P))
// CHECK: cu:[[#@LINE-1]]:3: error: {{[^:]*}}: `ld.TYPE` and `mov.TYPE`: the text depends on a macro or an `#if`: write each variant in C++, under the same condition [MUSA0401
__device__ void g(unsigned &V, unsigned *P, unsigned long long Q) {
  asm("add.cc.u32 %0, %0, 1;" : "+r"(V));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}`add.cc.u32`: the carry comes from or goes to another statement: write the chain in C++ with the carry in a variable, as `Sum < A` behind `Sum = A + B` [MUSA0401
  asm("ld.param.u64 %0, [%1 + 0x160];" : "=l"(Q) : "r"(V));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}`ld.param.u64`: reads a parameter of the kernel by its place in memory, {{.*}}: use the parameter in C++
  asm("shfl.bfly.b32 %0, %0, 1, 0x1f;" : "+r"(V));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}`shfl.bfly.b32`: has no `.sync`: write the C++ function that ends in `_sync`
  asm("bra L; L: ret;");
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}jumps and returns inside of assembly have no translation: write the branch in C++
}
__device__ void parts(int &R, unsigned A, unsigned B, int C) {
  asm("vmad.s32.u32.u32 %0, -%1.h0, %2.h0, %3;" : "=r"(R) : "r"(A), "r"(B), "r"(C));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}`vmad.s32.u32.u32`: calculates with bytes or halves of its operands: take them apart with shifts and casts in C++
  asm("{ .reg .u32 u; mov.u32 u, %1; vadd.u32.u32.u32 %0.h0, u.h1, 0, u; }" : "+r"(R) : "r"(A));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}`vadd.u32.u32.u32`: calculates with bytes or halves
  asm("add.u32 %0, %1.h0, %2;" : "=r"(R) : "r"(A), "r"(B));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}no translation of `add.u32` is known
}
