// One place that cannot be renamed keeps all of them.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda.h>
#ifndef CU_LAUNCH_PARAM_END
#define CU_LAUNCH_PARAM_END ((void *)0)
#endif
// CHECK: #ifndef CU_LAUNCH_PARAM_END
// CHECK-NEXT: #define CU_LAUNCH_PARAM_END ((void *)0)
void *last() { return CU_LAUNCH_PARAM_END; } // CHECK: void *last() { return CU_LAUNCH_PARAM_END; }
void *split() { return CU_LAUNCH_\
PARAM_END; }
CUresult wait() { return cuCtxSynchronize(); } // CHECK: MUresult wait() { return muCtxSynchronize(); }
// CHECK: {{.*}}:5:9: error: `CU_LAUNCH_PARAM_END` would be renamed at some of its places only: not at half-renamed.cu:10; none is changed [MUSA0008 half-renamed]
