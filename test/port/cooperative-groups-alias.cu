// Cooperative groups behind the usual alias: what MUSA is not known to have.
// RUN: %port %s | FileCheck %s --match-full-lines
// The real headers declare clusters for newer devices alone.
// REQUIRES: built-in-sdk
#include <cooperative_groups.h>
#include <cooperative_groups/reduce.h>
namespace cg = cooperative_groups;
__global__ void sum(int *P) {
  cg::thread_block Block = cg::this_thread_block();
  auto Tile = cg::tiled_partition<16>(Block);
  *P = cg::reduce(Tile, *P, cg::plus<int>());
  cg::cluster_group Cluster = cg::this_cluster();
}

// CHECK: === said, exit status 1
// CHECK: cooperative-groups-alias.cu:6:{{.*}}
// CHECK: cooperative-groups-alias.cu:11:12: note: `cooperative_groups::reduce` keeps its name, but there is no evidence that MUSA provides it; {{.*}}
// CHECK: cooperative-groups-alias.cu:12:7: error: `cooperative_groups::cluster_group` cannot be ported by name; {{.*}}
// CHECK: cooperative-groups-alias.cu:12:35: error: `cooperative_groups::this_cluster` cannot be {{.*}}
// CHECK: 4 findings: 2 errors, 2 notes
