// Names of libcu++ are known with their namespace. A namespace of the user's with
// the same name is not touched.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda/atomic>
namespace mine { namespace cuda { struct access_property {}; } cuda::access_property Mine; }
__device__ void f(cuda::access_property A); // CHECK: __device__ void f(musa::access_property A);
