// A scope that one statement opens and another closes: each is reported. A
// comment alone is no PTX.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': error:'
__device__ unsigned f(unsigned A, unsigned B) {
  unsigned R;
  asm("{ .reg .pred %p;");
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `.reg`: its registers or braces belong to other statements too: write these statements together in C++ [MUSA0401 inline-ptx]
  asm("setp.gt.u32 %p, %0, %1;" ::"r"(A), "r"(B));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `setp.gt.u32`: its registers or braces belong to other statements too
  asm("selp.u32 %0, 1, 0, %p;" : "=r"(R));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `selp.u32`: its registers
  asm("}");
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `}`: its registers or braces belong to other statements too
  asm("// the end");
  asm volatile("");
  return R;
}
