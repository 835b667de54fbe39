// A macro that the project defines whatever the build is its own, and stays.
// RUN: %port %s | FileCheck %s --match-full-lines
#define CU_LAUNCH_PARAM_END 7
#define CUDA_API_TRACE 1
#ifndef CUDA_OWN_LIMIT
#define CUDA_OWN_LIMIT 3
#endif
int f() { return CU_LAUNCH_PARAM_END + CUDA_OWN_LIMIT; } // CHECK: int f() { return CU_LAUNCH_PARAM_END + CUDA_OWN_LIMIT; }
// CHECK: === said, exit status 0
// CHECK-NOT: {{.*}}note:{{.*}}
