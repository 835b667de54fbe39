// A branch for newer devices of CUDA's is false on MUSA, which the condition's
// finding says: what it holds is no second problem.
// RUN: %musify lint %s --no-config -q --color=never > %t || true
// RUN: FileCheck %s --input-file=%t --implicit-check-not=inline-ptx
// CHECK: never-on-device.cu:9:{{.*}}numeric-macro
// CHECK: never-on-device.cu:15:{{.*}}inline-ptx

__device__ float f(const float *P) { float R = 0;
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 800
  asm("ld.global.nc.f32 %0, [%1];" : "=f"(R) : "l"(P));
#else
  R = *P;
#endif
#ifdef __CUDA_ARCH__
  asm("ld.global.nc.f32 %0, [%1];" : "=f"(R) : "l"(P));
#endif
  return R; }
