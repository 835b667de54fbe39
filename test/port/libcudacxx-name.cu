// Names of libcu++ are known with their namespace. A namespace of the user's with
// the same name is not touched.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda/barrier>
namespace mine {
namespace cuda { template <int> struct barrier {}; }
cuda::barrier<1> Mine; // CHECK: cuda::barrier<1> Mine;
}
__device__ cuda::barrier<cuda::thread_scope_block> *B; // CHECK: __device__ musa::barrier<musa::thread_scope_block> *B;
