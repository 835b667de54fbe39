// Assembly for a CPU of the host is no PTX, whatever it looks like.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not='[MUSA0401'
#if defined(__ia64__) && defined(__GNUC__)
static inline long ticks() {
  long T;
  asm volatile("mov %0=ar.itc" : "=r"(T));
  return T;
}
#elif defined(__aarch64__)
static inline long ticks() {
  long T;
  asm volatile("mrs.cycle %0, cntvct.el0" : "=r"(T));
  return T;
}
#else
static inline __device__ long ticks() {
  long T;
  asm volatile("mov.u64 %0, %%clock64;" : "=l"(T));
  // CHECK: cu:[[#@LINE-1]]:3: error: MUSA's compiler may compile inline PTX to wrong values: {{.*}}`T = clock64()` [MUSA0401 inline-ptx]
  return T;
}
#endif
#if !defined(_MSC_VER)
__device__ int lane() {
  int L;
  asm("mov.u32 %0, %%laneid;" : "=r"(L));
  // CHECK: cu:[[#@LINE-1]]:3: error: {{.*}}__get_laneid{{.*}} [MUSA0401
  return L;
}
#endif
