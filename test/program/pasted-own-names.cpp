// Where `##` makes only names that the project declares, nothing is to be done;
// one of the SDK's among them is reported.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#define DECLARE_TABLE(n) struct cuda##n##HouseTable { int Rows; };
DECLARE_TABLE(Norm)
DECLARE_TABLE(Soft)
int f(cudaNormHouseTable A, cudaSoftHouseTable B) { return A.Rows + B.Rows; }
#define CALL(n) cuda##n()
int g() { return CALL(DeviceSynchronize); }
// CHECK: {{.*}}: warning: `##` pastes a CUDA name from `cuda`; {{.*}}
// CHECK-NEXT: #define CALL(n) cuda##n()
// CHECK: 1 finding: 1 warning
