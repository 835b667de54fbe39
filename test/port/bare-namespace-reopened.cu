// A namespace that the project adds to holds names of both: it stays where it is
// named alone, and this is reported.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda/atomic>
// CHECK: namespace cuda { inline int own() { return 1; } }
namespace cuda { inline int own() { return 1; } }
// CHECK: using namespace cuda;
// CHECK: {{.*}}: warning: `cuda` may be yours or the SDK's here; not changed [MUSA0107 ambiguous-name]
using namespace cuda;
int one() { return own(); }
