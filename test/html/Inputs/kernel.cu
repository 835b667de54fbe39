#include <cuda_runtime.h>
#include <nvtx3/nvToolsExt.h>
// </script><img src=x onerror="console.error('text became markup')">
__global__ void scale(float *x) { x[threadIdx.x] *= 2; }
int main() {
  float *x;
  nvtxRangePush("scale");
  cudaMalloc(&x, 256);
  scale<<<1, 64>>>(x);
  return cudaFree(x) == cudaSuccess ? 0 : 1;
}
