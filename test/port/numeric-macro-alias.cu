// A macro that hands a number of CUDA's on is told: what compares it is out of
// sight here.
// RUN: %port %s | FileCheck %s --match-full-lines
#define SDK_VERSION CUDART_VERSION
#if SDK_VERSION >= 11000
#endif

// CHECK: === said, exit status 1
// CHECK-NEXT: numeric-macro-alias.cu:4:21: warning: {{.*}}`CUDART_VERSION`{{.*}} [MUSA0301 numeric-macro]
