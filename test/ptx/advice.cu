// What a message says of an instruction, each sentence once.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s
__device__ void f(unsigned A, unsigned *P, float X, unsigned short H) {
  unsigned R;
  asm volatile("mov.u32 %0, %%warpid;" : "=r"(R));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `mov.u32`: reads `%warpid`, which is no index of the thread: compute it from `threadIdx`
  asm volatile("mov.u32 %0, %%smid;" : "=r"(R));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: no evidence that MUSA provides this special register
  asm volatile("mov.u32 %0, %%gridid;" : "=r"(R));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: no evidence that MUSA provides this special register
  asm volatile("bra L;");
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `bra`: jumps and returns inside of assembly have no translation
  asm volatile("red.add.noftz.f16 [%0], %1;" ::"l"(P), "h"(H));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: atomics of 16-bit floating point: ports write a loop around `atomicCAS`
  asm volatile("{ .reg .b128 v; ld.global.b128 v, [%0]; st.global.b128 [%0], v; }" ::"l"(P));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: an access of 128 bits in one register has no type in C++: use a vector of 32-bit values
  asm volatile("cvt.rna.tf32.f32 %0, %1;" : "=r"(R) : "f"(X));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: rounds to tf32, ties away from zero, in the bits of a `float`: no conversion of the language does
  asm volatile("add.u32 %0, %1, %2;" : "=r"(R) : "r"(A), "d"(1.0));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: `add.u32`: its operands have types that no translation has
  asm volatile("redux.sync.max.f32 %0, %1, %2;" : "=f"(X) : "f"(X), "r"(A));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: a reduction of floating point over a warp: write a loop of `__shfl_xor_sync`
  asm volatile("ld.volatile.global.v2.u32 {%0, %1}, [%2];" : "=r"(R), "=r"(A) : "l"(P));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: a vector is read or written at once here, which C++ cannot say: use MTX, or one access of 64 bits
  asm volatile("add.rz.f32x2 %0, %1, %2;" : "=l"(*(long long *)P) : "l"(1ll), "l"(2ll));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: rounds a packed result in a direction that only functions of one value have
}
__device__ void g(unsigned &R, unsigned A, unsigned *P, float &X) {
  asm volatile("add.ftz.f32 %0, %0, 0f3F800000;" : "+f"(X));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}; subnormal numbers are kept, PTX flushes them
  asm volatile("div.rn.f32 %0, %0, %0;" : "+f"(X));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}; correctly rounded unless the code is compiled with fast math
  asm volatile("ld.relaxed.gpu.u32 %0, [%1];" : "=r"(R) : "l"(P));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}; a volatile access is relaxed as far as it is atomic
  asm volatile("ld.acquire.gpu.u32 %0, [%1];" : "=r"(R) : "l"(P));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}; the fence behind it orders more than an acquire
  asm volatile("st.release.gpu.u32 [%1], %0;" ::"r"(R), "l"(P));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}; the fence before it orders more than a release
  asm volatile("atom.acq_rel.gpu.add.u32 %0, [%1], %2;" : "=r"(R) : "l"(P), "r"(A));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}; the fences around it order more than the instruction
  asm volatile("fence.acq_rel.gpu;");
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}; at least as strong as the fence
  asm volatile("prefetch.global.L2 [%0];" ::"l"(P));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}; a hint, which needs no code
  asm volatile("barrier.sync 0;");
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}; all threads of the block must reach the same call
  asm volatile("trap;");
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}; `__trap` is reported buggy with mcc 4.3
  asm volatile("cp.async.ca.shared.global [%0], [%1], 4;" ::"r"(A), "l"(P));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}; the copy is done at once, the barriers that follow it stay
}
