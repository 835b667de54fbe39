// Prose about kernels is no kernel source, nor is a literal behind the line of
// a directive part of what the directive holds.
// RUN: %port %s | FileCheck %s
const char *A = "cudaStream_t is no argument of a __global__ function; sorry";
const char *B = "__device__ (see cudaMemcpyToSymbol) {}";
#define NAME "__device__ int X; "
const char *C[] = {NAME
                   "cudaStream_t S;"};
const char *D = "// __global__ void f(cudaStream_t S);";
const wchar_t *E = L"__global__ void f(cudaStream_t S);";
// CHECK: 0 findings
