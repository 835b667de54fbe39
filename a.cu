#include <cuda_runtime.h>
#include <cooperative_groups.h>
int main(){ return cudaDeviceSynchronize(); }
