// A mask made by a shift has 32 bits; `warpSize` may be more.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not='[MUSA0203'
__device__ unsigned upper(unsigned N) { return 0xffffffff >> (warpSize - N); }
// CHECK: cu:[[#@LINE-1]]:48: warning: `0xffffffff >> (warpSize - N)` has bits for 32 lanes, but this function uses `warpSize`, which is larger on some architectures [MUSA0203 warp-mask]
__device__ unsigned lower() { return 1u << (warpSize - 1); }
// CHECK: cu:[[#@LINE-1]]:38: warning: `1u << (warpSize - 1)` has bits for 32 lanes{{.*}} [MUSA0203 warp-mask]
__device__ unsigned of32(unsigned N) { return 0xffffffff >> (32 - N); }
__device__ unsigned long long of64() { return 1ull << (warpSize / 4); }
__device__ int half() { return warpSize >> 1; }
