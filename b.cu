#include <cuda_runtime.h>
#include <cooperative_groups.h>
int main(){ return cudaDeviceSynchronize(); }
#ifdef __CUDA_ARCH__
__global__ void k() { __syncthreads(); }
#endif
