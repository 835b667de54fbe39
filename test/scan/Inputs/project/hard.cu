#include <cuda_runtime.h>
void g(void *p) {
  nvtxRangePushA("g");
  cudaNoSuchThing();
  nvtxRangePop();
  nvtxRangePop();
  cudaMalloc(&p, 4);
}
