// A number that no output has is no tie: nothing is translated.
// RUN: not %musify port %s -o %t --engine=lexer 2>&1 | FileCheck %s
__device__ int f(int X) {
  int D;
  asm("add.s32 %0, %1, 1;" : "=r"(D) : "1"(X));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}`add.s32`: its operands have types that no translation has: give it variables of the instruction's types
  asm("add.s32 %0, %1, 1;" : "=r"(D) : "[none]"(X));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}its operands
  return D;
}
