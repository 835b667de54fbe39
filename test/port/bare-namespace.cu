// The namespace of the C++ library moves with its names, also where it is named
// alone. The project's own namespace of that name is no concern.
// RUN: %port %s | FileCheck %s --match-full-lines --implicit-check-not=": warning:"
// RUN: %port %s --engine=lexer | FileCheck %s --match-full-lines --implicit-check-not=": warning:"
#include <cuda/atomic>
// CHECK: using namespace musa;
using namespace cuda;
// CHECK: namespace c = musa;
namespace c = cuda;
// CHECK: using namespace musa::std;
using namespace cuda::std;
// CHECK: namespace s = ::musa::std;
namespace s = ::cuda::std;
// CHECK: namespace inner { using namespace ::musa; namespace d = ::musa; }
namespace inner { using namespace ::cuda; namespace d = ::cuda; }
// CHECK: namespace mine { namespace cuda { int One; } }
namespace mine { namespace cuda { int One; } }
// CHECK: using namespace mine::cuda;
using namespace mine::cuda;
// CHECK: namespace m = mine::cuda;
namespace m = mine::cuda;
// CHECK: c::atomic<int> counter;
c::atomic<int> counter;
// CHECK: int value() { int cuda = 3, Copy; Copy = cuda; return Copy; }
int value() { int cuda = 3, Copy; Copy = cuda; return Copy; }
