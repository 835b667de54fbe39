// What a kernel declares without a value, types included, says nothing of warps.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': error:' --implicit-check-not=': warning:'
#include <cuda_runtime.h>
__global__ void locals(int *Out) {
  struct Sum {
    int Value;
  };
  int Row, Part;
  Sum S;
  Row = threadIdx.x / warpSize;
  // CHECK: cu:[[#@LINE-1]]:23: error: {{.*}}[MUSA0201
  S.Value = Row;
  Part = threadIdx.x / 32;
  Out[Part] = S.Value;
}
__global__ void common(const int *In, int *Out) {
  struct Sum {
    int Value;
  };
  int First, Later = In[0];
  First = In[1];
  Out[0] = __shfl_sync(~0u, Later, 3) + __shfl_sync(~0u, First, 5);
}
