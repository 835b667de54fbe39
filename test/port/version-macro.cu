// `CUDA_VERSION` is ported where only its being defined counts. What the official
// tool writes instead is nobody's name.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda.h>
// CHECK-NOT: {{.*}}MUSA_COMP_VERSION{{.*}}
#ifdef CUDA_VERSION // CHECK: #ifdef MUSA_VERSION
#endif
#if CUDA_VERSION >= 12000 // CHECK: #if CUDA_VERSION >= 12000
#endif
#if defined(CUDA_VERSION) && CUDA_VERSION < 11020 // CHECK: #if defined(CUDA_VERSION) && CUDA_VERSION < 11020
#endif
int Version = CUDA_VERSION; // CHECK: int Version = CUDA_VERSION;

// CHECK: === said, exit status 1
// CHECK: 3 findings: 3 warnings
// CHECK-NEXT: by rule: numeric-macro 3
// CHECK-NOT: {{.*}}MUSA_COMP_VERSION{{.*}}
