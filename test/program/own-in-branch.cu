// What a branch defines and uses alone is its own, whatever it is called.
// RUN: %port %s | FileCheck %s --match-full-lines
// RUN: %port %s --engine=lexer | FileCheck %s --match-full-lines
#ifdef _WIN32
using cudaPitchedPtr = int; // CHECK: using cudaPitchedPtr = int;
cudaPitchedPtr Pitch;       // CHECK: cudaPitchedPtr Pitch;
enum { cudaHostAllocMapped = 3 }; // CHECK: enum { cudaHostAllocMapped = 3 };
int Mapped = cudaHostAllocMapped; // CHECK: int Mapped = cudaHostAllocMapped;
#endif
#ifdef USE_ROCM
typedef hipEvent_t cudaEvent_t; // CHECK: typedef hipEvent_t cudaEvent_t;
static inline void cudaFree(void *) {} // CHECK: static inline void cudaFree(void *) {}
#endif
#include <cuda_runtime.h>
cudaError_t Last; // CHECK: musaError_t Last;

// The project's `max` has the name that MUSA's has.
struct Expr {};
Expr max(Expr A, int Axis) { return A; }
// CHECK: === said, exit status 0
// CHECK-NOT: {{redefined|ambiguous}}-name
