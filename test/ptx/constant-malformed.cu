// What cannot be calculated, or is no PTX, is reported as it stands, and not as
// a jump.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not='jumps'
__device__ unsigned f(unsigned A) {
  unsigned R;
  asm("add.u32 %0, %1, 4/0;" : "=r"(R) : "r"(A));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}no translation of `add.u32` is known
  asm("add.u32 %0, %1, (3;" : "=r"(R) : "r"(A));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}no translation of `add.u32` is known
  asm("add.u32 %0, %1, 1 << 64;" : "=r"(R) : "r"(A));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}no translation of `add.u32` is known
  asm("add.u32 %0, %1, 2 ** 3;" : "=r"(R) : "r"(A));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}no translation of `add.u32` is known
  return R;
}
