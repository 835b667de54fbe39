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
