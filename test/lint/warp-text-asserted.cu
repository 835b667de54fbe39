// A file that asserts that its blocks are one group of 32 lanes.
// RUN: %musify lint %s --no-config -q --engine=lexer | FileCheck %s --allow-empty --implicit-check-not=MUSA0202
#include <cuda_runtime.h>
template <int BlockSize> struct Agent {
  __device__ Agent() { static_assert(BlockSize == 32, "one warp"); }
  __device__ int best(int V) { return __shfl_sync(0xffffffff, V, 0); }
};
