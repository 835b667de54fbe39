// What is `constexpr` for the host alone takes no constant memory, also in the
// parse for a device, which a test of `__CUDA_ARCH__` asks for.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not=': warning:' --implicit-check-not=': error:'
#include <cuda_runtime.h>
struct Table {
  int Values[100000];
};
constexpr Table Primes = {{2, 3, 5}};
static constexpr int Steps[40000] = {1};
__host__ __device__ inline int side() {
#ifdef __CUDA_ARCH__
  return 1;
#else
  return 0;
#endif
}
int first(int I) { return Primes.Values[I] + Steps[I]; }
__constant__ int Weights[20000];
// CHECK: cu:[[#@LINE-1]]:18: error: {{.*}}take 80000 bytes; {{.*}}MUSA0406
