// A statement whose braces or registers other statements need is not translated
// alone, nor is one that uses a register which it does not declare.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': error:'
__device__ unsigned opened(unsigned A, unsigned R) {
  asm("{ .reg .pred p; setp.ne.u32 p, %0, 0;" ::"r"(A));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `setp.ne.u32`: its registers or braces belong to other statements too
  asm("@p mov.u32 %0, 1; }" : "+r"(R));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `mov.u32`: its registers or braces belong
  return R;
}
__device__ unsigned unbraced(unsigned A, unsigned R) {
  asm(".reg .u32 q; mov.u32 q, %0;" ::"r"(A));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `mov.u32`: its registers or braces belong
  asm("mov.u32 %0, q;" : "=r"(R));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `mov.u32`: its registers or braces belong
  return R;
}
__device__ unsigned predicated(unsigned A, unsigned R) {
  asm("@%flag add.u32 %0, %0, %1;" : "+r"(R) : "r"(A));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `add.u32`: its registers or braces belong
  return R;
}
// A register without braces that no other statement names stays its own.
__device__ unsigned alone(unsigned A) {
  unsigned R;
  asm(".reg .u32 own; mov.u32 own, %1; add.u32 %0, own, 1;" : "=r"(R) : "r"(A));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: in C++: `{ unsigned own = A; R = own + 1u; }`
  return R;
}
