// A shuffle that also says whether the lane it reads from is in its group.
// RUN: %port %s --unverified=port | FileCheck %s
__device__ unsigned scan(unsigned V, unsigned N) {
  asm("{ .reg .u32 t; .reg .pred p; shfl.sync.up.b32 t|p, %0, %1, 0, 0xffffffff; @p add.u32 %0, %0, t; }" : "+r"(V) : "r"(N));
  // CHECK:      const bool t_ = (__get_laneid() & 31) >= (unsigned(N) & 31);
  // CHECK-NEXT: unsigned t = __shfl_up_sync(0xffffffffu, unsigned(V), unsigned(N), 32);
  // CHECK-NEXT: bool p = t_;
  // CHECK-NEXT: if (p) V = unsigned(V) + t;
  return V;
}
__device__ bool inGroup(unsigned V, unsigned N) {
  unsigned R;
  asm("{ .reg .pred p; shfl.sync.down.b32 _|p, %1, %2, 31, -1; selp.u32 %0, 1, 0, p; }" : "=r"(R) : "r"(V), "r"(N));
  // CHECK:      const bool t = (__get_laneid() & 31) + (unsigned(N) & 31) <= 31;
  // CHECK-NEXT: bool p = t;
  return R;
}
// CHECK: === said
