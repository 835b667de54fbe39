// `__has_include` asks for a header as `#include` does.
// RUN: %port %s | FileCheck %s --match-full-lines
#if __has_include(<cuda_runtime.h>) // CHECK: #if __has_include(<musa_runtime.h>)
#endif
#if defined(__has_include) && __has_include("cuComplex.h") // CHECK: #if defined(__has_include) && __has_include("muComplex.h")
#endif
#if __has_include(<cub/cub.cuh>) // CHECK: #if __has_include(<cub/cub.cuh>)
#endif

// CHECK: === said, exit status 0
// CHECK: by rule: header 2
// CHECK: 0 findings
// CHECK-NOT: {{.+}}
