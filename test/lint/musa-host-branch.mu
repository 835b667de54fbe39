// In MUSA's code, a branch without `__MUSA_ARCH__` is the host's: what the host
// asks there is a finding; lanes and PTX, which only CUDA's device has, are not.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not=': warning:' --implicit-check-not=': error:'
// RUN: not %musify lint %s --no-config -q --engine=lexer | FileCheck %s --implicit-check-not=': warning:' --implicit-check-not=': error:'
#include <musa_runtime.h>
__device__ __host__ inline bool a(const musaDeviceProp &P) {
#if !defined(__MUSA_ARCH__)
  return P.major >= 8;
  // CHECK: mu:[[#@LINE-1]]:12: warning: {{.*}}MUSA0302
#else
  return false;
#endif
}
__device__ __host__ inline bool b(const musaDeviceProp &P) {
#ifdef __MUSA_ARCH__
  return false;
#else
  return P.major >= 8;
  // CHECK: mu:[[#@LINE-1]]:12: warning: {{.*}}MUSA0302
#endif
}
__device__ __host__ inline bool c(const musaDeviceProp &P) {
#if defined(__MUSACC__) && !defined(__MUSA_ARCH__)
  return P.major >= 8;
  // CHECK: mu:[[#@LINE-1]]:12: warning: {{.*}}MUSA0302
#else
  return false;
#endif
}
// Not MUSA's at all.
__device__ __host__ inline bool d(const musaDeviceProp &P) {
#if !defined(__MUSA__)
  return P.major >= 8;
#else
  return false;
#endif
}
__device__ inline unsigned lane(unsigned V) {
#ifdef __MUSA_ARCH__
  return 0;
#else
  unsigned L;
  asm("mov.u32 %0, %%laneid;" : "=r"(L));
  return L + __shfl_sync(0xffffffff, V, 3);
#endif
}
