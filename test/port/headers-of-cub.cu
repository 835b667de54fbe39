// Sources use what CUB's headers include, without including it themselves.
// RUN: %port %s 2>&1 | FileCheck %s --implicit-check-not='not parsed'
// REQUIRES: built-in-sdk
#include <cub/cub.cuh>
// CHECK: float Most = FLT_MAX;
__device__ float Most = FLT_MAX;
// CHECK: __mt_bfloat16 scale(__half A, __mt_bfloat16 B)
__device__ __nv_bfloat16 scale(__half A, __nv_bfloat16 B);
