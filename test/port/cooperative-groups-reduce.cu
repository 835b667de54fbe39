// What an alias of the SDK's namespace hides is reported, also where the SDK
// declares it in a namespace of a version.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cooperative_groups.h>
#include <cooperative_groups/reduce.h>
namespace cg = cooperative_groups;
__global__ void sum(int *P) {
  auto Tile = cg::tiled_partition<16>(cg::this_thread_block());
  *P = cg::reduce(Tile, *P, cg::plus<int>());
}
// CHECK: cooperative-groups-reduce.cu:9:12: note: `cooperative_groups::reduce` keeps its name, but there is no evidence that MUSA provides it; {{.*}}
