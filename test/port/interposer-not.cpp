// What only the project can call under this name stands in for nothing: a
// static or inline helper, C++ linkage, a method, a template, a declaration.
// RUN: %musify lint %s --no-config -v --fail-on=note | FileCheck %s --allow-empty --implicit-check-not=interposer
#include <stddef.h>
static int cudaFree(void *) { return 0; }
namespace mine {
int cudaMalloc(void **, size_t) { return 0; }
}
int cuInit(long) { return 0; }
struct Pool {
  int cudaMalloc(void **, size_t) { return 0; }
};
extern "C" {
static int cudaGetDevice(int *) { return 0; }
inline int cudaSetDevice(int) { return 0; }
int cudaDeviceReset();
int cuda_helper(int) { return cudaFree(nullptr); }
}
template <typename T> int cudaMemset(T *, int, size_t) { return 0; }
