// The barrier of a grid as a free function.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not="[MUSA0403"
#include <cooperative_groups.h>
namespace cg = cooperative_groups;
struct Own {};
void sync(Own);
__global__ void k(int *P) {
  cg::grid_group Grid = cg::this_grid();
  cg::sync(Grid);
  // CHECK: cu:[[#@LINE-1]]:3: warning: {{.*}} [MUSA0403 grid-sync]
  cg::sync(cg::this_thread_block());
}
void host() { sync(Own()); }
