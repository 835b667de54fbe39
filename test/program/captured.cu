// Where the project has the new name for something else, the SDK's is named
// from global scope.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
class Pool {
 public:
  int Live = 0;
  cudaError_t musaFree(void *) { --Live; return cudaSuccess; }
  void drop(void *P) { cudaFree(P); } // CHECK: void drop(void *P) { ::musaFree(P); }
  void outside(void *P);
};
void Pool::outside(void *P) { cudaFree(P); } // CHECK: void Pool::outside(void *P) { ::musaFree(P); }
class Unrelated {
  void drop(void *P) { cudaFree(P); } // CHECK: void drop(void *P) { musaFree(P); }
};
int f() {
  int (*musaDeviceReset)() = nullptr;
  cudaDeviceReset(); // CHECK: ::musaDeviceReset();
  return musaDeviceReset ? musaDeviceReset() : 1;
}
void g() { cudaDeviceReset(); } // CHECK: void g() { musaDeviceReset(); }
