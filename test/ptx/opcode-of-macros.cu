// An opcode that one of two macros begins: which one, a build decides.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': error:'
#ifndef PLAIN_LOADS
#define LOAD "ld.global.nc.L1::no_allocate.L2::256B"
#else
#define LOAD "ld.volatile.global"
#endif
__device__ int load(const int *P) {
  int R;
  asm volatile(LOAD ".s32 %0, [%1];" : "=r"(R) : "l"(P));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `LOAD.s32`: the text depends on a macro or an `#if`: write each variant in C++, under the same condition [MUSA0401 inline-ptx]
  return R;
}
__device__ int2 loadTwo(const int2 *P) {
  int2 R;
  asm volatile(LOAD ".v2.s32 {%0, %1}, [%2];" : "=r"(R.x), "=r"(R.y) : "l"(P));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `LOAD.v2.s32`: the text depends
  return R;
}
