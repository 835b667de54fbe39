// Names of the C++ library move, their namespace alone is in no table: what names
// it is told. The project's own namespace of that name is no concern.
// RUN: %port %s | FileCheck %s --match-full-lines --implicit-check-not="[MUSA0105"
#include <cuda/std/atomic>
// CHECK: bare-namespace.cu:6:17: warning: `cuda` looks like a CUDA name, but no mapping table has it; not changed [MUSA0105 unknown-name]
using namespace cuda;
// CHECK: bare-namespace.cu:8:15: warning: `cuda` looks like a CUDA name, but no mapping table has it; not changed [MUSA0105 unknown-name]
namespace c = cuda;
using namespace cuda::std;
namespace s = ::cuda::std;
namespace mine { namespace cuda { int One; } }
using namespace mine::cuda;
namespace m = mine::cuda;
