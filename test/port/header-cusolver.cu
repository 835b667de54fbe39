// `cusolverDn.h` becomes `musolver.h`: there is no `musolverDn.h`.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cusolverDn.h> // CHECK: #include <musolver.h>
// CHECK-NOT: {{.*}}musolverDn{{.*}}
// CHECK: === said, exit status 0
// CHECK: 1 edit
// CHECK-NEXT: by rule: header 1
