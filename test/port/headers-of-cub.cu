// Sources use what CUB's headers include, without including it themselves.
// RUN: %port %s 2>&1 | FileCheck %s --implicit-check-not='not parsed'
// REQUIRES: built-in-sdk
#include <cub/cub.cuh>
// CHECK: float Most = FLT_MAX;
__device__ float Most = FLT_MAX;
// CHECK: __mt_bfloat16 scale(__half A, __mt_bfloat16 B)
__device__ __nv_bfloat16 scale(__half A, __nv_bfloat16 B);
// CHECK: radix-rank
#include <cub/block/block_radix_rank.cuh>
#include <cub/warp/warp_load.cuh>
__global__ void rank(unsigned *Keys) { // radix-rank
  using Rank = cub::BlockRadixRankMatch<128, 4, false>;
  using Layout = cub::BlockRakingLayout<float, 128>;
  static_assert(Layout::UNGUARDED && Layout::RAKING_THREADS == 32);
  static_assert(CUB_WARP_THREADS(0) == 32 && CUB_PTX_SMEM_BANKS == 32);
  Keys[0] = cub::WarpMask<32>(0);
  __shared__ Rank::TempStorage Storage;
  Rank(Storage).RankKeys(Keys, cub::BFEDigitExtractor<unsigned>(0, 4));
}
