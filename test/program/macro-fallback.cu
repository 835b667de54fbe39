// A macro of the SDK that the project defines where the SDK lacks it: guard,
// definition, uses and `#undef` get one name.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda.h>
#ifndef CU_LAUNCH_PARAM_END
#define CU_LAUNCH_PARAM_END ((void *)0)
#endif
// CHECK: #ifndef MU_LAUNCH_PARAM_END
// CHECK-NEXT: #define MU_LAUNCH_PARAM_END ((void *)0)
#if !defined(CU_STREAM_PER_THREAD) // CHECK: #if !defined(MU_STREAM_PER_THREAD)
#  define CU_STREAM_PER_THREAD ((CUstream)2)
#endif
// CHECK-NEXT: # define MU_STREAM_PER_THREAD ((MUstream)2)
void *last() { return CU_LAUNCH_PARAM_END; } // CHECK: void *last() { return MU_LAUNCH_PARAM_END; }
#ifdef _WIN32
void *never() { return CU_LAUNCH_PARAM_END; } // CHECK: void *never() { return MU_LAUNCH_PARAM_END; }
#undef CU_LAUNCH_PARAM_END // CHECK: #undef MU_LAUNCH_PARAM_END
#endif
// CHECK: {{.*}}:6:9: note: the project defines `CU_LAUNCH_PARAM_END` and `CU_STREAM_PER_THREAD` here, elsewhere they are the SDK's; definitions and uses are renamed together [MUSA0113 redefined-name]
