// `::` after an attribute is global scope, not a part of a qualified name.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda/atomic>
namespace app {
__device__ ::cuda::atomic<int, ::cuda::thread_scope_device> Count; // CHECK: __device__ ::musa::atomic<int, ::musa::thread_scope_device> Count;
inline void f(void *P) { return (void) ::cudaFree(P); } // CHECK: inline void f(void *P) { return (void) ::musaFree(P); }
}
