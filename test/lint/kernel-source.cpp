// Every rule looks into kernel source in strings, also those that need a parse;
// what does not parse is read for names, with a note.
// RUN: not %musify lint %s --no-config -q -v --fail-on=note >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:' --implicit-check-not=': note:'
const char *Warp = R"(
extern "C" __global__ void k(float *P) {
  float X = __shfl_sync(0xffffffff, P[0], 3);
  P[threadIdx.x % warpSize] = X;
#if __CUDA_ARCH__ >= 800
  X = 1;
#endif
}
)";
// CHECK: cpp:7:13: warning: {{.*}} (in kernel source in a string) [MUSA0203 warp-mask]
// CHECK: cpp:9:5: warning: {{.*}} (in kernel source in a string) [MUSA0301 numeric-macro]
const char *Limit = "__global__ void __launch_bounds__(4096)"
                    " b(float *P) { P[0] = 1; }";
// CHECK: cpp:{{1[67]}}:{{[0-9]+}}: error: {{.*}} (in kernel source in a string) [MUSA0405 block-size]
const char *Own = R"(struct S { int cudaFree(int); };
__device__ int f(S &X) { return X.cudaFree(1); })";
const char *Format = "__global__ void %s(cudaTextureObject_t T) { P[{}] = 0; }";
// CHECK: cpp:[[#@LINE-1]]:39: note: kernel source in a string could not be parsed, so only its names were checked: expected {{.*}} [MUSA0504 kernel-source]
// CHECK: cpp:[[#@LINE-2]]:42: warning: `cudaTextureObject_t` becomes `musaTextureObject_t` (in kernel source in a string); not changed; `musify port --strings` changes it [MUSA0504 kernel-source]
