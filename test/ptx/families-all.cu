// Each family says what MUSA has instead.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s
__device__ void f(unsigned &A, unsigned long long P, unsigned S) {
  asm volatile("cp.async.bulk.commit_group;");
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: bulk and tensor copies, for which mp_31 has `__musa_tme_ld_tile_*d`, `__musa_tme_st_*d` and `__musa_tme_store_commit`, with a descriptor of muTensorDescriptorEncode
  asm volatile("mbarrier.init.shared.b64 [%0], 1;" ::"r"(S));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: barriers in shared memory, for which MUSA has numbered hardware barriers: `__musa_async_init_arrival`, `__musa_async_arrive`, `__musa_async_wait`
  asm volatile("barrier.cluster.arrive;");
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: thread block clusters and multicast, of which MUSA has no known counterpart: write the kernel for single blocks
  asm volatile("setmaxnreg.inc.sync.aligned.u32 240;");
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: register budgets, elected lanes and dependent launches, which ports to MUSA drop or replace by a test of the lane
  asm volatile("createpolicy.fractional.L2::evict_first.b64 %0, 1.0;" : "=l"(P));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: cache policies, of which `__lsu_ld_cache_hint` and `__lsu_st_cache_hint` are the nearest on MUSA; plain loads and stores compute the same
  asm volatile("cvt.rn.f16x2.e4m3x2 %0, %1;" : "=r"(A) : "h"((short)S));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: 8, 6 and 4 bit floating point, for which MUSA has the types of musa_fp8.h and `__musa_cvt_*`; nothing shows that these round and saturate the same
  asm volatile("tex.1d.v4.u32.s32 {%0, %0, %0, %0}, [%1, {%2}];" : "=r"(A) : "l"(P), "r"(S));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}: textures and surfaces: use the texture functions of C++
}
