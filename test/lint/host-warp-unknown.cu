// Comparisons of a device's warp size in expressions of which Clang does not know a part.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not=': warning: this compares'
#include <cuda_runtime.h>
void check() {
  auto *Props = ours::deviceProps();
  TORCH_CHECK(Props->warpSize == 32, "warps of 32 lanes");
  // CHECK: cu:[[#@LINE-1]]:22: warning: this compares the size of a warp, from `cudaDeviceProp`, with 32; {{.*}}[MUSA0205 host-warp-size]
  ASSERT(kWarpSize == ours::device().prop.warpSize);
  // CHECK: cu:[[#@LINE-1]]:43: warning: this compares the size of a warp, from `cudaDeviceProp`, with kWarpSize
}
// What Clang knows, another number, and what nothing says to be a device's.
struct Mine {
  int warpSize;
};
bool mine(const Mine &Prop) { return Prop.warpSize == 32; }
void other() {
  auto *Props = ours::deviceProps();
  auto *Group = ours::group();
  TORCH_CHECK(Props->warpSize == 64 || Props->warpSize > 16 || Group->warpSize == 32);
}
