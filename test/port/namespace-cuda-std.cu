// `cuda::std` becomes `musa::std`, with and without Clang's help.
// RUN: %port %s | FileCheck %s --match-full-lines
#if 0
#include <cuda/std/type_traits> // CHECK: #include <musa/std/type_traits>
using T = cuda::std::true_type;   // CHECK: using T = musa::std::true_type;
using U = ::cuda::std::true_type; // CHECK: using U = ::musa::std::true_type;
int V = my::cuda::std::value;     // CHECK: int V = my::cuda::std::value;
int W = std::cuda::std;           // CHECK: int W = std::cuda::std;
#endif

// CHECK: === said, exit status 0
// CHECK: 0 findings
